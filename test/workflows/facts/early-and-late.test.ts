import { openStage, type Stage } from '../../support/stage';
import { refusal, type StagedCase } from '../../support/staged-case';

describe("an agency's fact that comes out of turn", () => {
  let stage: Stage;
  let kase: StagedCase;
  beforeAll(async () => {
    stage = await openStage();
  });
  beforeEach(async () => {
    kase = await stage.opensCase();
    await kase.untilHandOver('sfi', 'filed');
  });
  afterAll(() => stage.close());

  const registered = async () => ({
    fields: { personnummer: '199105142385', from: await kase.today(), kommun: '0484' },
  });

  it('is kept when the decision comes before its step is open, and taken once the filing is recorded', async () => {
    const early = await kase.reports('personnummer', 'registered', await registered());
    await kase.untilTaken(early);
    expect(await kase.told('report')).toEqual([]);
    expect(await kase.statusOf('personnummer')).toMatchObject({ kind: 'blocked' });

    await kase.meets();
    await kase.untilStatus('personnummer', 'done');
    expect(await kase.told('report')).toHaveLength(1);
    expect(await kase.row()).toMatchObject({ milestone: 'folkbokford' });
    expect(stage.agencies.skatteverket.told).toContain(`handOver ${kase.caseId}/personnummer/1`);
  });

  it('is kept while the hand-over that it answers is still on its way', async () => {
    await kase.completes('delgivning', 'served', { fields: { howServed: 'in person' } });
    await kase.untilHandOver('flyttningsanmalan', 'filed');
    const letIn = stage.agencies.skatteverket.holdsBack();
    await kase.completes('flyttningsanmalan', 'filed');
    const early = await kase.reports('personnummer', 'registered', await registered());
    await kase.untilTaken(early);
    expect(await kase.statusOf('personnummer')).toMatchObject({ kind: 'open', waitingFor: 'agency' });

    letIn();
    await kase.untilStatus('personnummer', 'done');
    expect(await kase.answers('personnummer')).toHaveLength(1);
  });

  it('that is restated, under the same id or another, changes nothing more', async () => {
    const first = await kase.reports('sfi', 'started');
    await kase.signals(first);
    await kase.untilTaken(first);
    const restated = await kase.reports('sfi', 'started');
    await kase.untilTaken(restated);
    await kase.signals(first);
    await kase.signals(restated);
    await kase.tells({ kind: 'lma', registered: false });

    expect(await kase.told('report')).toHaveLength(1);
    expect((await kase.told('late')).map((row) => row.messageId)).toEqual([restated.messageId]);
    expect(await kase.answers('sfi')).toHaveLength(1);
    expect((await kase.step('sfi')).record.answers).toHaveLength(1);
  });

  it('that is out of order does not undo what came after it', async () => {
    await kase.untilTaken(await kase.reports('sfi', 'started'));
    const stale = await kase.reports('sfi', 'received');
    await kase.untilTaken(stale);
    expect(await kase.statusOf('sfi')).toMatchObject({ kind: 'done', outcome: 'started' });
    expect((await kase.told('late')).map((row) => row.messageId)).toEqual([stale.messageId]);
  });

  it('about a filing that is closed goes to the timeline as late', async () => {
    await kase.completes('delgivning', 'notServed', { fields: { why: 'kom inte' } });
    await kase.untilHandOver('delgivning', 'filed', 2);
    const late = await kase.reports('delgivning', 'served', { fields: { howServed: 'by post' } }, 1);
    await kase.untilTaken(late);

    expect((await kase.told('late')).map((row) => row.messageId)).toEqual([late.messageId]);
    expect(await kase.statusOf('delgivning')).toMatchObject({ kind: 'open' });
    expect(await kase.answers('delgivning')).toHaveLength(1);
  });

  it('about a course that is under way is entered and changes neither status nor end', async () => {
    await kase.untilTaken(await kase.reports('sfi', 'started'));
    await kase.untilTaken(await kase.reports('sfi', 'interrupted'));
    await kase.untilTaken(await kase.reports('sfi', 'resumed'));
    expect(await kase.statusOf('sfi')).toMatchObject({ kind: 'done', outcome: 'started' });
    const outcomes = (await kase.answers('sfi')).map(({ outcome }) => outcome);
    expect(outcomes).toEqual(['started', 'interrupted', 'resumed']);
  });

  it('and a person’s answer to the same step at the same moment are not both taken: the fact came first', async () => {
    await stage.stopsWorkers();
    const fact = await kase.reports('sfi', 'notReceived', { fields: { why: 'fel kommun' } });
    const answer = refusal(kase.completes('sfi', 'started'));
    await stage.startsWorkers();

    // Either together with the fact, or a moment after the plan that follows from it.
    expect(['beingAnswered', 'notAllowedNow']).toContain(await answer);
    await kase.untilTaken(fact);
    expect((await kase.answers('sfi')).map(({ outcome }) => outcome)).toEqual(['notReceived']);
  });
});
