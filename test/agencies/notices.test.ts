import { reportItem } from '../../api/routes/webhooks/notice';
import { TRANSLATORS } from '../../api/routes/webhooks/translators';
import { Instant } from '../../domain/model/plain-date';
import { agencyOf, visibleFilingOf } from './filings';
import { stopStages } from './stage';

afterEach(stopStages);

const FILED_ON = '2027-01-13';
const day = expect.stringMatching(/^\d{4}-\d{2}-\d{2}$/);
const text = expect.stringMatching(/\p{L}{4}/u);

/** Words that no agency uses, wherever it says what a notice is about. */
const UNKNOWN = { handelse: 'X', status: 'X', outcome: 'X' };

type Row = [step: string, behaviour: object, outcome: string, fields: object];

/** What each agency can answer to a step, in the words of the catalogue. */
const ANSWERS: Row[] = [
  ['personnummer', {}, 'registered', { personnummer: '199610202385', kommun: '0484', from: FILED_ON }],
  ['personnummer', { avslag: true }, 'avslag', { grounds: text }],
  ['personnummer', { avvisad: true }, 'avvisad', { why: text }],
  ['sfi', { avslag: true }, 'notReceived', { why: text }],
  ['etableringsersattningKartlaggning', {}, 'granted', {}],
  ['etableringsersattningKartlaggning', { avslag: true }, 'denied', { grounds: text }],
  ['etableringsersattningKartlaggning', { avvisad: true }, 'avvisad', { why: text }],
  ['etableringsersattning', {}, 'granted', { from: '2026-12-01', firstPayment: day }],
  ['etableringsersattning:2027-02', {}, 'granted', { from: '2027-02-01', firstPayment: day }],
  [
    'etableringsersattning:2027-02',
    { avslag: true, steps: ['etableringsersattning'] },
    'denied',
    { grounds: text },
  ],
  ['etableringsersattning:2027-02', { avvisad: true }, 'avvisad', { why: text }],
  ['socialforsakring', {}, 'registered', { from: FILED_ON }],
  ['socialforsakring', { avslag: true }, 'notInsured', { grounds: text }],
  ['socialforsakring', { avvisad: true }, 'avvisad', { why: text }],
  ['pensionsformaner', {}, 'granted', { from: '2027-01-01', supportUntil: '2027-12-31' }],
  ['pensionsformaner:2028-02', {}, 'granted', { from: '2028-02-01', supportUntil: '2029-01-31' }],
  ['pensionsformaner', { avslag: true }, 'denied', { grounds: text }],
  ['pensionsformaner', { avvisad: true }, 'avvisad', { why: text }],
  ['betygsbedomning', {}, 'assessed', { level: text }],
  ['betygsbedomning', { avslag: true }, 'noEquivalent', {}],
  ['betygsbedomning', { avvisad: true }, 'avskriven', { why: text }],
  ['halsoundersokning', {}, 'done', {}],
  ['halsoundersokning', { avslag: true }, 'declined', {}],
  ['halsoundersokning', { avvisad: true }, 'doneBefore', {}],
  ['bankkonto', {}, 'opened', {}],
  ['bankkonto', { avslag: true }, 'refused', { why: text }],
  ['bankId', {}, 'opened', {}],
  ['bankId', { avslag: true }, 'refused', { why: text }],
];

/** An agency with a filing of a step, and its notices as the case would get them. */
async function filed(step: string, behaviour: object, seed = '1') {
  const agency = await agencyOf(step, { seed });
  await agency.control('behaviour', behaviour);
  const filing = visibleFilingOf(step);
  await agency.client.handOver(filing);
  const id = agency.id as keyof typeof TRANSLATORS;
  const items = async () => {
    const notices = await agency.runOut(filing.key.caseId);
    return notices.map((notice) => reportItem(id, TRANSLATORS[id](notice), notice));
  };
  return { ...agency, id, key: filing.key, items };
}

describe('what a simulated agency answers', () => {
  it.each(ANSWERS)('to %s, told to behave %j, is %s', async (step, behaviour, outcome, fields) => {
    const { items } = await filed(step, behaviour);
    const [item, ...more] = await items();
    expect(more).toEqual([]);
    expect(item).toMatchObject({ stepId: step, filing: 1, outcome, on: day });
    expect(item?.fields).toEqual(fields);
    const { on = '', servedOn = on } = item ?? {};
    expect([on > FILED_ON, servedOn >= on]).toEqual([true, true]);
  });

  it.each([
    'personnummer',
    'sfi',
    'etableringsersattning:2027-02',
    'pensionsformaner',
    'betygsbedomning',
    'halsoundersokning',
    'bankkonto',
  ])('to %s is kept for a person to read when nobody knows its words', async (step) => {
    const { id, key, runOut } = await filed(step, {});
    const [notice] = await runOut(key.caseId);
    const strange = { ...notice, ...UNKNOWN };
    const item = reportItem(id, TRANSLATORS[id](strange), strange);
    expect(item).toEqual({ fields: {}, unreadable: strange, stepId: step, filing: 1 });
  });

  it.each([
    ['etableringsersattningKartlaggning', 10, 45],
    ['etableringsersattning', 7, 28],
    ['socialforsakring', 30, 120],
    ['pensionsformaner', 30, 90],
    ['betygsbedomning', 60, 150],
    ['halsoundersokning', 28, 28],
    ['bankkonto', 5, 15],
    ['bankId', 3, 14],
  ])('to %s comes %d to %d days after the filing, or on the Monday after', async (step, first, last) => {
    for (const seed of ['a', 'b', 'c', 'd', 'e', 'f']) {
      const { items } = await filed(step, {}, seed);
      const [item] = await items();
      const days = (Date.parse(String(item?.on)) - Date.parse(FILED_ON)) / 86_400_000;
      expect(days).toBeGreaterThanOrEqual(first);
      expect(days).toBeLessThanOrEqual(last + 2);
    }
  });

  it('to sfi is first that it was received, then that it has begun', async () => {
    const { items } = await filed('sfi', {});
    expect((await items()).map(({ outcome }) => outcome)).toEqual(['received', 'started']);
  });

  it.each(['personnummer', 'etableringsersattning', 'pensionsformaner', 'betygsbedomning', 'bankkonto'])(
    'to %s may first be a request for more papers, and it waits for them',
    async (step) => {
      const { items, client, key } = await filed(step, { completions: 1 });
      const [asked, ...more] = await items();
      expect(asked).toMatchObject({ stepId: step, outcome: 'completionRequested', fields: { by: day } });
      expect(String(asked?.fields.by) > String(asked?.on)).toBe(true);
      expect(more).toEqual([]);
      await client.sendErrand('completion', key, 1, Instant.parse('2027-03-01T08:00:00.000Z'));
      const [decided] = await items();
      expect(decided).toMatchObject({ stepId: step, on: day });
      expect(String(decided?.on) > '2027-03-01').toBe(true);
    },
  );

  it('to a demand for a decision is the decision, within four weeks (FL 12 §)', async () => {
    const { items, client, key } = await filed('pensionsformaner', { leadDays: 300 });
    await client.sendErrand('demand', key, 1, Instant.parse('2027-07-14T08:00:00.000Z'));
    const [item] = await items();
    expect(item).toMatchObject({ outcome: 'granted' });
    expect(String(item?.on) <= '2027-08-11').toBe(true);
  });
});
