import { planFirstCut } from '../rules/support';
import type { Planner } from '../../register/assessment/planner';
import { type OwnPostgres, startOwnPostgres } from '../support/engine/own-postgres';
import { type OwnTemporal, startOwnTemporal } from '../support/engine/own-temporal';
import { fetchHistory, replay } from '../support/recorded-histories';
import { openStage, type Stage } from '../support/stage';
import type { StagedCase } from '../support/staged-case';

/** Beside `recording.test.ts`: histories of cases whose surroundings failed them, kept by the same command. */
describe('a case that has lived through trouble replays as it was', () => {
  let temporal: OwnTemporal;
  let postgres: OwnPostgres;
  let stage: Stage;
  let kase: StagedCase;
  let planner: Planner = planFirstCut;
  beforeAll(async () => {
    [temporal, postgres] = await Promise.all([
      startOwnTemporal(['limit.historyCount.suggestContinueAsNew=250']),
      startOwnPostgres(),
    ]);
    stage = await openStage({
      temporalAddress: temporal.address,
      database: postgres.database,
      planner: (...given) => planner(...given),
    });
  });
  beforeEach(async () => {
    kase = await stage.opensCase();
    await kase.untilHandOver('sfi', 'filed');
    await kase.untilHandOver('delgivning', 'filed');
  });
  afterAll(async () => {
    await stage.close();
    await temporal.remove();
  });

  async function replayed(name: string): Promise<string> {
    await replay(await fetchHistory(kase.handle, name));
    return name;
  }

  it('an agency away, and a step reopened while it was being handed over', async () => {
    const { skatteverket } = stage.agencies;
    skatteverket.meet = () => new Error('no answer');
    await kase.completes('delgivning', 'served', { fields: { howServed: 'in person' } });
    await kase.untilNoonIn(2);
    await kase.completes('flyttningsanmalan', 'filed');
    await kase.restarts('reopening', 'flyttningsanmalan');
    const late = await kase.reports('flyttningsanmalan', 'filed');
    await kase.untilTaken(late);
    skatteverket.meet = () => undefined;
    await kase.hours(7);
    await kase.untilHandOver('flyttningsanmalan', 'filed', 2);
    expect(await replayed('reopened-while-agency-away')).toBe('reopened-while-agency-away');
  });

  it('the register away, then a planner that failed', async () => {
    const served = await kase.storesAnswer('delgivning', 'served', { fields: { howServed: 'in person' } });
    await postgres.goesAway();
    await kase.sends(served);
    await kase.hours(1);
    await postgres.comesBack();
    await kase.hours(2);
    planner = () => {
      throw new RangeError('a defect');
    };
    await kase.completes('kommunmote', 'held');
    await kase.hours(3);
    planner = planFirstCut;
    await kase.hours(6);
    await kase.untilStatus('kommunmote', 'done');
    expect(await replayed('register-away-planner-failed')).toBe('register-away-planner-failed');
  });

  it('a run that another one went before, with a fact kept over from it', async () => {
    const first = await kase.runId();
    await kase.untilTaken(await kase.reports('personnummer', 'avslag', { fields: { grounds: 'vistelse' } }));
    while ((await kase.runId()) === first) await kase.tells({ kind: 'lma', registered: false });
    await kase.meets();
    await kase.untilStatus('personnummer', 'open');
    await kase.untilTold('report');
    expect(await replayed('continued-as-new')).toBe('continued-as-new');
  });
});
