import { planFirstCut } from '../../rules/support';
import type { Planner } from '../../../register/assessment/planner';
import { openStage, type Stage } from '../../support/stage';
import { refusal, type StagedCase } from '../../support/staged-case';

describe('a planner that throws for a day', () => {
  let stage: Stage;
  let kase: StagedCase;
  let planner: Planner = planFirstCut;
  let attempts: number[] = [];
  beforeAll(async () => {
    stage = await openStage({ planner: (...given) => planner(...given) });
    kase = await stage.opensCase();
    await kase.untilHandOver('sfi', 'filed');
    await kase.untilNoonIn(1);
    planner = (_facts, _records, now) => {
      attempts.push(Date.parse(now));
      throw new RangeError('a defect with a personnummer in its text: 199105142385');
    };
  });
  afterAll(() => stage.close());

  it('leaves the old plan standing, takes messages, and says that they are not shown yet', async () => {
    const answer = await kase.completes('delgivning', 'served', { fields: { howServed: 'in person' } });
    expect(answer.projected).toBe(false);
    expect(await kase.statusOf('delgivning')).toMatchObject({ kind: 'open' });
    expect(await kase.row()).toMatchObject({
      technical: { kind: 'planFailed', detail: 'RangeError' },
      revision: answer.revision,
    });
    expect(await kase.told('completion')).toHaveLength(1);
    expect(await refusal(kase.completes('delgivning', 'notServed'))).toBe('beingAnswered');
  });

  it('takes an agency’s fact too, and a second one about the same step waits', async () => {
    await kase.untilTaken(await kase.reports('sfi', 'received'));
    await kase.untilTaken(await kase.reports('sfi', 'started'));
    expect(await kase.told('report')).toHaveLength(1);
  });

  it('is asked again after a minute and then ever more seldom, up to six hours', async () => {
    attempts = [];
    await kase.hours(24);
    const waits = attempts.slice(1).map((at, index) => Math.round((at - (attempts[index] ?? 0)) / 60_000));
    expect(waits.length).toBeGreaterThan(7);
    expect(waits.slice(-2)).toEqual([360, 360]);
    for (const [index, wait] of waits.slice(1).entries()) {
      expect(wait).toBe(Math.min((waits[index] ?? 0) * 2, 360));
    }
  });

  it('is forgotten once it works again: everything that came meanwhile is there', async () => {
    planner = planFirstCut;
    await kase.hours(7);
    expect(await kase.row()).toMatchObject({ technical: null });
    expect(await kase.statusOf('delgivning')).toMatchObject({ kind: 'done', outcome: 'served' });
    await kase.untilStatus('sfi', 'done');
    expect(await kase.answers('sfi')).toHaveLength(2);
    await kase.untilHandOver('kommunmote', 'filed');
    const { projected } = await kase.completes('kommunmote', 'held');
    expect(projected).toBe(true);
  });
});
