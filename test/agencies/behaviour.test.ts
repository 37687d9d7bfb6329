import { Instant } from '../../domain/model/plain-date';
import { handedOver, kommunStage, skatteverketStage, stopStages, type Received } from './stage';

afterEach(stopStages);

const at = (text: string): Instant => Instant.parse(text);
const events = (bodies: readonly Received['body'][]): unknown[] => bodies.map(({ handelse }) => handelse);
const FAR = '2029-01-01T00:00:00Z';

describe('Skatteverket told to', () => {
  it('ask for completion waits for the answer, then decides', async () => {
    const { client, control, advance, runOut } = await skatteverketStage();
    await control('behaviour', { completions: 1 });
    const key = await handedOver(client, 'personnummer');
    const [asked] = await runOut(key.caseId);
    expect(asked).toMatchObject({
      handelse: 'KOMPLETTERING_BEGARD',
      komplettering: { begardDatum: asked?.handelsedatum, svarSenast: expect.any(String) },
    });
    expect(await advance(FAR, [key.caseId])).toEqual({ delivered: 0, failed: 0, nextDue: null });
    await client.sendErrand('completion', key, 1, at('2029-01-02T08:00:00.000Z'));
    const [decision] = await runOut(key.caseId);
    expect(decision).toMatchObject({ handelse: 'BESLUT_REGISTRERAD' });
    expect(String(decision?.handelsedatum) > '2029-01-02').toBe(true);
  });

  it('ask twice asks again after the first answer', async () => {
    const { client, control, runOut } = await skatteverketStage();
    await control('behaviour', { completions: 2 });
    const key = await handedOver(client, 'personnummer');
    const walked = [...(await runOut(key.caseId))];
    await client.sendErrand('completion', key, 1, at('2027-03-01T08:00:00.000Z'));
    walked.push(...(await runOut(key.caseId)));
    await client.sendErrand('completion', key, 2, at('2027-05-03T08:00:00.000Z'));
    walked.push(...(await runOut(key.caseId)));
    expect(events(walked)).toEqual(['KOMPLETTERING_BEGARD', 'KOMPLETTERING_BEGARD', 'BESLUT_REGISTRERAD']);
  });

  it('ask for completion refuses a demand for a decision while it waits for the papers', async () => {
    const { client, control, runOut } = await skatteverketStage();
    await control('behaviour', { completions: 1 });
    const key = await handedOver(client, 'personnummer');
    await runOut(key.caseId);
    const receipt = await client.sendErrand('demand', key, 1, at('2027-07-14T08:00:00.000Z'));
    expect(receipt.answer).toMatchObject({ status: 'BEGARAN_AVSLAGEN' });
  });

  it.each([
    [{ avslag: true }, 'BESLUT_AVSLAG', 'skal'],
    [{ avvisad: true }, 'BESLUT_AVVISAD', 'orsak'],
  ])('say no (%j) decides so, with reasons and both days', async (behaviour, handelse, reasons) => {
    const { client, control, runOut } = await skatteverketStage();
    const no = await handedOver(client, 'personnummer');
    const yes = await handedOver(client, 'personnummer');
    await control('behaviour', { ...behaviour, caseIds: [no.caseId] });
    const [refusal] = await runOut(no.caseId);
    const beslut = { beslutsdatum: expect.any(String), delgivenDatum: refusal?.handelsedatum };
    expect(refusal).toMatchObject({ handelse, beslut: { ...beslut, [reasons]: expect.any(String) } });
    expect(refusal?.beslut).not.toHaveProperty('personnummer');
    expect(events(await runOut(yes.caseId))).toEqual(['BESLUT_REGISTRERAD']);
  });

  it('decide in so many days does so', async () => {
    const { client, control, runOut } = await skatteverketStage();
    await control('behaviour', { leadDays: 200 });
    const { caseId } = await handedOver(client, 'personnummer');
    const [decision] = await runOut(caseId);
    // 200 days after 13 January is Sunday 1 August: decided the Monday after.
    expect(decision).toMatchObject({ beslut: { beslutsdatum: '2027-08-02' } });
  });

  it('be late sends later than the day that the answer names', async () => {
    const { client, control } = await skatteverketStage();
    const { caseId } = await handedOver(client, 'personnummer');
    const dueOf = async (): Promise<number> =>
      Date.parse(String((await control(`due?caseIds=${caseId}`)).nextDue));
    const usual = await dueOf();
    await control('behaviour', { lateDays: 10 });
    expect(await dueOf()).toBe(usual + 10 * 86_400_000);
  });

  it.each([
    ['redelivered', 1],
    ['restated', 2],
  ])('answer twice, %s, sends the same answer under %d id(s)', async (twice, ids) => {
    const { client, control, receiver, runOut } = await skatteverketStage();
    await control('behaviour', { twice });
    const { caseId } = await handedOver(client, 'personnummer');
    const [first, second] = await runOut(caseId);
    expect(second?.beslut).toEqual(first?.beslut);
    expect(new Set(receiver.received.map(({ id }) => id)).size).toBe(ids);
  });
});

describe('a kommun told to', () => {
  it('answer out of order tells that SFI has begun before that the application was received', async () => {
    const { client, control, runOut } = await kommunStage();
    await control('behaviour', { outOfOrder: true });
    const { caseId } = await handedOver(client, 'sfi');
    const [first, second] = await runOut(caseId);
    expect([first?.outcome, second?.outcome]).toEqual(['started', 'received']);
    expect(String(second?.on) < String(first?.on)).toBe(true);
  });

  it('say no does not receive the application and says why', async () => {
    const { client, control, runOut } = await kommunStage();
    await control('behaviour', { avslag: true, steps: ['sfi'] });
    const { caseId } = await handedOver(client, 'sfi');
    expect(await runOut(caseId)).toMatchObject([
      { outcome: 'notReceived', on: expect.any(String), fields: { why: expect.any(String) } },
    ]);
  });

  it('lose the webhook believes that it answered, and finds out when it is reminded', async () => {
    const { client, control, advance, receiver, runOut } = await kommunStage();
    await control('behaviour', { loseWebhook: true });
    const key = await handedOver(client, 'sfi');
    expect(await advance('2027-06-01T00:00:00Z', [key.caseId])).toMatchObject({ nextDue: null });
    expect(receiver.received).toEqual([]);
    await control('behaviour', { loseWebhook: false });
    await client.sendErrand('reminder', key, 18, at('2027-06-01T08:00:00.000Z'));
    expect(await runOut(key.caseId)).toMatchObject([{ outcome: 'received' }, { outcome: 'started' }]);
  });

  it('be down sends nothing until it is up again', async () => {
    const { client, control, advance } = await kommunStage();
    const { caseId } = await handedOver(client, 'sfi');
    await control('behaviour', { down: true });
    expect(await advance('2027-06-01T00:00:00Z', [caseId])).toMatchObject({ delivered: 0, failed: 2 });
    await control('behaviour', { down: false });
    expect(await advance('2027-06-01T00:00:00Z', [caseId])).toMatchObject({ delivered: 2, failed: 0 });
  });
});
