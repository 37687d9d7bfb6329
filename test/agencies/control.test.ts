import { Instant } from '../../domain/model/plain-date';
import { filingOf, handedOver, kommunStage, skatteverketStage, stopStages } from './stage';

afterEach(stopStages);

describe('the clock of a dossier', () => {
  it('starts at the case time that the filing carries and never goes back', async () => {
    const { client, control, advance } = await kommunStage();
    const { caseId } = await handedOver(client, 'kommunmote');
    const clock = async (): Promise<unknown> => {
      const { items } = await control(`dossiers?caseId=${caseId}`);
      return (items as { clock: string }[])[0]?.clock;
    };
    expect(await clock()).toBe('2027-01-13T09:30:00.000Z');
    await advance('2027-02-01T00:00:00Z', [caseId]);
    await advance('2027-01-20T00:00:00Z', [caseId]);
    expect(await clock()).toBe('2027-02-01T00:00:00.000Z');
  });

  it('is moved alone when cases are named', async () => {
    const { client, advance, control, receiver } = await kommunStage();
    const [one, other] = [await handedOver(client, 'sfi'), await handedOver(client, 'sfi')];
    expect(await advance('2027-12-01T00:00:00Z', [one.caseId])).toMatchObject({
      delivered: 2,
      nextDue: null,
    });
    expect(receiver.received).toHaveLength(2);
    expect(await control(`due?caseIds=${other.caseId}`)).toMatchObject({
      items: [{ answer: 'mottagen' }, { answer: 'påbörjad', tries: 0 }],
    });
  });

  it('is left alone when no case is named and a walk holds it', async () => {
    const { client, advance, control, receiver } = await kommunStage();
    const [held, free] = [await handedOver(client, 'sfi'), await handedOver(client, 'sfi')];
    await control('hold', { caseIds: [held.caseId], seed: 1 });
    expect(await advance('2027-12-01T00:00:00Z')).toEqual({ delivered: 2, failed: 0, nextDue: null });
    const references = receiver.received.map(({ body }) => body.filing);
    expect(new Set(references)).toEqual(new Set([`${free.caseId}/sfi/1`]));
    await control('release', { caseIds: [held.caseId] });
    expect(await advance('2027-12-01T00:00:00Z')).toMatchObject({ delivered: 2 });
  });

  it('tells when the next answer is due', async () => {
    const { client, advance, control } = await kommunStage();
    const { caseId } = await handedOver(client, 'sfi');
    const { nextDue } = await control(`due?caseIds=${caseId}`);
    const advanced = await advance('2027-01-13T10:00:00Z', [caseId]);
    expect(advanced).toEqual({ delivered: 0, failed: 0, nextDue });
  });
});

describe('an answer', () => {
  it('is signed, carries our reference and has the id of its webhook', async () => {
    const { client, receiver, runOut } = await skatteverketStage();
    const { caseId } = await handedOver(client, 'personnummer');
    await runOut(caseId);
    const [webhook] = receiver.received;
    expect(webhook?.body).toMatchObject({
      handelseId: webhook?.id,
      handelse: 'BESLUT_REGISTRERAD',
      avsandarreferens: `${caseId}/personnummer/1`,
      arendenummer: expect.stringMatching(/^2027-\d{6}$/),
      beslut: { personnummer: expect.stringMatching(/^\d{12}$/) },
    });
  });

  it('that is not taken is kept and sent again, the same to the letter, at the next advance', async () => {
    const { client, receiver, advance, control } = await skatteverketStage();
    const { caseId } = await handedOver(client, 'personnummer');
    receiver.answers = 500;
    const late = '2029-01-01T00:00:00.000Z';
    expect(await advance(late, [caseId])).toEqual({ delivered: 0, failed: 1, nextDue: late });
    expect(await control(`due?caseIds=${caseId}`)).toMatchObject({ items: [{ answer: 'beslut', tries: 1 }] });
    receiver.answers = 202;
    expect(await advance(late, [caseId])).toEqual({ delivered: 1, failed: 0, nextDue: null });
    expect(receiver.received[1]).toEqual(receiver.received[0]);
    expect(await advance(late, [caseId])).toEqual({ delivered: 0, failed: 0, nextDue: null });
  });

  it('is kept while nobody listens', async () => {
    const { client, receiver, advance } = await skatteverketStage();
    const { caseId } = await handedOver(client, 'personnummer');
    await receiver.stop();
    expect(await advance('2029-01-01T00:00:00Z', [caseId])).toMatchObject({ delivered: 0, failed: 1 });
  });

  it('is sent once when two advances come at the same time', async () => {
    const { client, receiver, advance } = await kommunStage();
    await handedOver(client, 'sfi');
    await Promise.all([advance('2027-12-01T00:00:00Z'), advance('2027-12-01T00:00:00Z')]);
    expect(receiver.received).toHaveLength(2);
  });
});

describe('the control plane', () => {
  it('forgets everything on reset, but never gives a personnummer twice', async () => {
    const { client, control, runOut } = await skatteverketStage();
    const numbers: unknown[] = [];
    for (let time = 0; time < 2; time += 1) {
      const { caseId } = await handedOver(client, 'personnummer');
      const [decision] = await runOut(caseId);
      numbers.push((decision as { beslut: { personnummer: string } }).beslut.personnummer);
      await control('reset', {});
      expect(await control('dossiers')).toEqual({ items: [] });
    }
    expect(numbers[0]).toBe('199610202385');
    expect(numbers[1]).not.toBe(numbers[0]);
  });

  it('shows what an agency has got and given', async () => {
    const { client, control } = await kommunStage();
    const { key } = filingOf('sfi');
    await client.retract(key);
    const filed = await handedOver(client, 'kommunmote');
    await client.sendErrand('reminder', filed, 4, Instant.parse('2027-02-10T06:00:00.000Z'));
    const { items } = await control('dossiers');
    expect(items).toMatchObject([
      { caseId: filed.caseId, matters: { [`${filed.caseId}/kommunmote/1`]: { type: 'kommunmote' } } },
    ]);
    expect(JSON.stringify(items)).toContain(`${filed.caseId}/kommunmote/1/reminder/4`);
  });

  it.each([
    ['advance', { to: 'tomorrow' }],
    ['hold', { caseIds: ['not a case'], seed: 1 }],
    ['behaviour', { sleepy: true }],
  ])('refuses %s in a form it does not know', async (path, body) => {
    const { control } = await kommunStage();
    await expect(control(path, body)).rejects.toThrow(/400/);
  });
});
