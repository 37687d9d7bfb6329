import { addDays } from '../../domain/law/calendar';
import { failureOf } from '../../activities/failures';
import { fetchHistory, replay } from '../support/recorded-histories';
import { openStage, type Stage } from '../support/stage';
import type { StagedCase } from '../support/staged-case';

/** Every kind of history that a release must go on with; `npm run histories` keeps them in `test/replay/histories`. */
describe('a case that has been lived replays as it was', () => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await openStage();
  });
  afterAll(() => stage.close());

  /** Replays what the case has lived; rejects where the code would do otherwise. */
  async function replayed(kase: StagedCase, name: string): Promise<string> {
    await replay(await fetchHistory(kase.handle, name));
    return name;
  }

  async function isFiledAtSkatteverket(kase: StagedCase): Promise<void> {
    await kase.meets();
    await kase.untilHandOver('personnummer', 'filed');
  }

  it('from delgivning to the end', async () => {
    const kase = await stage.opensCase();
    await isFiledAtSkatteverket(kase);
    await kase.untilNoonIn(30);
    await kase.reports('personnummer', 'completionRequested', { fields: { by: await kase.today() } });
    await kase.untilStatus('personnummer', 'open');
    await kase.untilTold('report');
    await kase.completes('personnummer', 'completionAnswered');
    await kase.untilTaken(
      await kase.reports('personnummer', 'registered', {
        servedOn: await kase.today(),
        fields: { personnummer: '199105142385', from: await kase.today(), kommun: '0484' },
      }),
    );
    await kase.untilTaken(await kase.reports('sfi', 'started', { fields: { course: 'sfi B' } }));
    await kase.untilNoonIn(16);
    await kase.untilTold('milestone');
    expect(await replayed(kase, 'whole-path')).toBe('whole-path');
  });

  it('with a refusal, an appeal and a new application', async () => {
    const kase = await stage.opensCase();
    await isFiledAtSkatteverket(kase);
    const servedOn = await kase.today();
    await kase.untilTaken(
      await kase.reports('personnummer', 'avslag', { servedOn, fields: { grounds: 'x' } }),
    );
    await kase.completes('personnummer', 'appealFiled');
    await kase.completes('personnummer', 'appealUpheld');
    await kase.restarts('reopening', 'personnummer');
    await kase.untilHandOver('personnummer', 'filed', 2);
    expect(await replayed(kase, 'refusal-and-appeal')).toBe('refusal-and-appeal');
  });

  it('with a step reopened while its hand-over was running', async () => {
    const kase = await stage.opensCase();
    await kase.completes('delgivning', 'served', { fields: { howServed: 'in person' } });
    await kase.untilHandOver('kommunmote', 'filed');
    await kase.completes('kommunmote', 'noShow');
    await kase.untilHandOver('kommunmote', 'filed', 2);
    await kase.restarts('reopening', 'delgivning');
    await kase.untilHandOver('delgivning', 'filed', 2);
    expect(await replayed(kase, 'reopening')).toBe('reopening');
  });

  it('with a filing that its agency refused for good', async () => {
    const kase = await stage.opensCase();
    await kase.meets();
    stage.agencies.skatteverket.meet = () =>
      failureOf({ agency: 'skatteverket', status: 422, code: 'UPPGIFT_SAKNAS' });
    const other = await stage.opensCase();
    await other.meets();
    await other.untilHandOver('personnummer', 'refused');
    stage.agencies.skatteverket.meet = () => undefined;
    await other.restarts('resubmission', 'personnummer');
    await other.untilHandOver('personnummer', 'filed', 2);
    expect(await replayed(other, 'refused-for-good')).toBe('refused-for-good');
  });

  it('with a step that rested, was given more time, and was answered meanwhile', async () => {
    const kase = await stage.opensCase();
    await kase.untilHandOver('sfi', 'filed');
    const until = addDays(await kase.today(), 60);
    await kase.rests('extension', 'sfi', { rule: 'sfiWithinOneMonth', until });
    await kase.rests('pause', 'sfi');
    await kase.untilTaken(await kase.reports('sfi', 'received'));
    await kase.untilNoonIn(8);
    await kase.rests('resumption', 'sfi');
    await kase.untilTold('report');
    await kase.rests('pause', 'sfi', { until: addDays(await kase.today(), 5) });
    await kase.untilNoonIn(6);
    await kase.untilStatus('sfi', 'open');
    expect(await replayed(kase, 'rested')).toBe('rested');
  });

  it('with dates that passed and a withdrawal', async () => {
    const kase = await stage.opensCase();
    await isFiledAtSkatteverket(kase);
    await kase.untilNoonIn(200);
    await kase.completes('personnummer', 'decisionDemanded');
    const fact = { kind: 'withdrawal', reason: 'flyttat' };
    const on = await kase.today();
    const told = [{ fact, appliesTo: 'person', validFrom: on, source: 'test' }];
    await kase.sends(await kase.store('withdrawal', { facts: told, items: [] }, [{ on }]));
    await kase.untilClosed();
    expect(await replayed(kase, 'dates-and-withdrawal')).toBe('dates-and-withdrawal');
  });
});
