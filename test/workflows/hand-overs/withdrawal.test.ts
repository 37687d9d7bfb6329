import { openStage, type Stage } from '../../support/stage';

describe('a case that is withdrawn', () => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await openStage();
  });
  afterAll(() => stage.close());

  it('takes back everything from the agencies and ends the same day', async () => {
    const kase = await stage.opensCase();
    await kase.appliesForPersonnummer();
    const today = await kase.today();
    await kase.withdraws();
    expect(await kase.statusOf('personnummer')).toEqual({ kind: 'cancelled', why: 'withdrawn', on: today });
    expect(await kase.statusOf('delgivning')).toMatchObject({ kind: 'done' });

    await kase.untilClosed();
    expect(stage.agencies.skatteverket.told).toContain(`retract ${kase.caseId}/personnummer/1`);
    expect(stage.agencies.kommun.told).toContain(`retract ${kase.caseId}/sfi/1`);
    expect(await kase.row()).toMatchObject({ closed_on: today });
    expect((await kase.told('milestone')).at(-1)?.content).toMatchObject({ result: 'withdrawn' });
  });

  it('ends only when an agency that is away has heard of it', async () => {
    stage.agencies.kommun.meet = () => new Error('no answer');
    const kase = await stage.opensCase();
    await kase.untilHandOver('delgivning', 'filed');
    await kase.withdraws();
    await kase.untilHandOver('delgivning', 'retracted');
    await kase.untilNoonIn(3);
    expect(await kase.row()).toMatchObject({ state: 'open' });
    expect(await kase.engineStatus()).toBe('RUNNING');

    stage.agencies.kommun.meet = () => undefined;
    await kase.untilNoonIn(1);
    await kase.untilClosed();
    expect(stage.agencies.kommun.told).toContain(`retract ${kase.caseId}/sfi/1`);
  });

  it('from a day to come goes on until that day', async () => {
    const kase = await stage.opensCase();
    await kase.untilHandOver('sfi', 'filed');
    await kase.untilNoonIn(1);
    const leaves = new Date(Date.parse(await kase.today()) + 9 * 24 * 3_600_000).toISOString().slice(0, 10);
    await kase.tells(
      { kind: 'withdrawal', reason: 'flyttar till Norge' },
      { validFrom: leaves as Awaited<ReturnType<typeof kase.today>> },
    );
    await kase.untilNoonIn(8);
    expect(await kase.statusOf('sfi')).toMatchObject({ kind: 'open' });

    await kase.untilNoonIn(1);
    await kase.untilClosed();
    expect(await kase.row()).toMatchObject({ closed_on: leaves });
  });
});
