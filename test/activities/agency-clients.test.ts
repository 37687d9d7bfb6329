import { visiblePerson } from '../../activities/visible-person';
import { createOpenProtocolClient } from '../../activities/clients/open-protocol-client';
import { kommun } from '../../agencies/open-protocol/kommun';
import { StepId } from '../../domain/model/ids';
import { Instant, PlainDate } from '../../domain/model/plain-date';
import { CATALOGUE } from '../../domain/process/steps/catalogue';
import { agencyOf, visibleFilingOf } from '../agencies/filings';
import { filingOf, stageOf, stopStages } from '../agencies/stage';

afterEach(stopStages);

/** Every step that is handed over, and what the agency's own number of it looks like. */
const STEPS: [step: string, reference: RegExp][] = [
  ['delgivning', /^MIG-\d{6}$/],
  ['etableringssamtal', /^apt_\d{6}$/],
  ['kommunmote', /^MÖTE \d{6}$/],
  ['flyttningsanmalan', /^B-2027-\d{6}$/],
  ['personnummer', /^2027-\d{6}$/],
  ['sfi', /^VUX-2027-\d{6}$/],
  ['etableringsersattningKartlaggning', /^FK-\d{6}\/27$/],
  ['etableringsersattning', /^FK-\d{6}\/27$/],
  ['etableringsersattning:2027-01', /^FK-\d{6}\/27$/],
  ['socialforsakring', /^FK-\d{6}\/27$/],
  ['pensionsformaner', /^VER 2027-\d{6}$/],
  ['pensionsformaner:2028-01', /^VER 2027-\d{6}$/],
  ['betygsbedomning', /^UHR-2027\/\d{6}$/],
  ['halsoundersokning', /^hu-\d{6}$/],
  ['bankkonto', /^A\d{6}$/],
  ['bankId', /^B\d{6}$/],
];

const LATER = Instant.parse('2027-02-10T06:00:00.000Z');
const gone = { type: 'AgencyRefused', nonRetryable: true, message: 'ATERKALLAD' };

describe.each(STEPS)('%s', (step, reference) => {
  const atAgency = () => agencyOf(step);

  it("is handed over for the agency's own number and the day it was registered", async () => {
    const { client } = await atAgency();
    const receipt = await client.handOver(visibleFilingOf(step));
    expect(receipt).toMatchObject({ reference: expect.stringMatching(reference), on: '2027-01-13' });
  });

  it('gets the same receipt when it is handed over again, also at a later hour or with a fact more', async () => {
    const { client } = await atAgency();
    const filing = visibleFilingOf(step);
    const receipt = await client.handOver(filing);
    expect(await client.handOver(filing)).toEqual(receipt);
    const more = { dwelling: 'none' as const, personnummer: '199610202385' };
    const person = visiblePerson({ ...filing.person, ...more }, filing.key.stepId);
    expect(await client.handOver({ ...filing, now: LATER, person })).toEqual(receipt);
  });

  it('gets a new receipt for the next filing', async () => {
    const { client } = await atAgency();
    const filing = visibleFilingOf(step);
    const first = await client.handOver(filing);
    const second = await client.handOver({ ...filing, key: { ...filing.key, filing: 2 } });
    expect(second.reference).not.toBe(first.reference);
  });

  it('is refused for good when the same key is about someone else', async () => {
    const { client, id } = await atAgency();
    const filing = visibleFilingOf(step);
    await client.handOver(filing);
    const { person } = visibleFilingOf(step, { bornOn: PlainDate.parse('1991-05-02') });
    await expect(client.handOver({ ...filing, person })).rejects.toMatchObject({
      type: 'AgencyRefused',
      nonRetryable: true,
      message: 'REFERENS_ANVAND',
      details: [{ agency: id, code: 'REFERENS_ANVAND' }],
    });
  });

  it('may be retracted, more than once, and does not come back under the same key', async () => {
    const { client, control } = await atAgency();
    const filing = visibleFilingOf(step);
    await client.handOver(filing);
    await client.retract(filing.key);
    await expect(client.retract(filing.key)).resolves.toBeUndefined();
    expect(await control(`due?caseIds=${filing.key.caseId}`)).toEqual({ items: [], nextDue: null });
    await expect(client.handOver(filing)).rejects.toMatchObject(gone);
  });

  it('may be retracted although it never came, and is then not taken when it comes late', async () => {
    const { client } = await atAgency();
    const filing = visibleFilingOf(step);
    await expect(client.retract(filing.key)).resolves.toBeUndefined();
    await expect(client.handOver(filing)).rejects.toMatchObject(gone);
  });

  it('takes a reminder, a completion and a demand for a decision, each once', async () => {
    const { client } = await atAgency();
    const { key, ...filing } = visibleFilingOf(step);
    await client.handOver({ key, ...filing });
    const send = () => [
      client.sendErrand('reminder', key, 4, LATER),
      client.sendErrand('reminder', key, 8, LATER),
      client.sendErrand('completion', key, 1, LATER),
      client.sendErrand('demand', key, 1, LATER),
    ];
    const receipts = await Promise.all(send());
    expect(new Set(receipts.map((receipt) => receipt.reference)).size).toBe(4);
    expect(receipts.map(({ on }) => on)).toEqual(Array.from({ length: 4 }, () => '2027-02-10'));
    const repeated = await Promise.all(send());
    expect(repeated).toEqual(receipts);
  });

  it('is unknown to the agency until it is handed over', async () => {
    const { client } = await atAgency();
    const refused = { type: 'AgencyRefused', message: 'ARENDE_SAKNAS' };
    await expect(client.sendErrand('reminder', visibleFilingOf(step).key, 4, LATER)).rejects.toMatchObject(
      refused,
    );
  });

  it('is refused for good when the agency misses what it needs', async () => {
    const { client } = await atAgency();
    const filing = visibleFilingOf(step, { bornOn: undefined });
    const refused = { type: 'AgencyRefused', message: 'FELAKTIGT_INNEHALL' };
    await expect(client.handOver(filing)).rejects.toMatchObject(refused);
  });
});

describe('a client', () => {
  it('is there for every step that is handed over', () => {
    const handedOver = CATALOGUE.filter((step) => step.handedOver).map(({ id }) => id as string);
    expect(STEPS.map(([step]) => step)).toEqual(expect.arrayContaining(handedOver));
  });

  it('has a defect, and refuses nobody, when it is given a step that its agency does not have', async () => {
    const { address } = await stageOf(kommun);
    const { key, ...filing } = filingOf('sfi');
    const handOver = createOpenProtocolClient('kommun', address).handOver({
      ...filing,
      key: { ...key, stepId: StepId.parse('idKort') },
    });
    await expect(handOver).rejects.toThrow(TypeError);
  });
});

describe('a meeting', () => {
  it('is booked at the desks in the order of the Mötesplats, on the same working day', async () => {
    const answers: Record<string, unknown> = {};
    for (const [step] of STEPS.slice(0, 4)) {
      const { client } = await agencyOf(step);
      const now = Instant.parse('2027-01-09T12:00:00.000Z'); // a Saturday
      answers[step] = (await client.handOver({ ...visibleFilingOf(step), now })).answer;
    }
    expect(answers).toMatchObject({
      delgivning: { tid: '2027-01-11T08:00:00.000Z' },
      etableringssamtal: { appointment: { at: '2027-01-11T09:00:00.000Z' } },
      flyttningsanmalan: { besokstid: { datum: '2027-01-11', klockslag: '11:00' } },
      kommunmote: { appointment: { at: '2027-01-11T12:00:00.000Z' } },
    });
  });
});
