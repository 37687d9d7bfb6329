import { addDays } from '../../../domain/law/calendar';
import type { StepId } from '../../../domain/model/ids';
import { planFirstCut } from '../../rules/support';
import type { Planner } from '../../../register/assessment/planner';
import { openStage, type Stage } from '../../support/stage';
import { newMessageId, refusal, type StagedCase } from '../../support/staged-case';
import { until } from '../../support/until';

describe('a message that a case refuses', () => {
  let stage: Stage;
  let kase: StagedCase;
  let planner: Planner = planFirstCut;
  beforeAll(async () => {
    stage = await openStage({ planner: (...given) => planner(...given) });
    kase = await stage.opensCase();
    await kase.untilHandOver('sfi', 'filed');
    await kase.untilNoonIn(1);
  });
  afterAll(() => stage.close());

  /** Refused with this code, and the history is as long as before. */
  async function isRefused(code: string, attempt: () => Promise<unknown>): Promise<void> {
    await kase.untilQuiet();
    const before = await kase.events();
    expect(await refusal(attempt())).toBe(code);
    expect(await kase.events()).toBe(before);
  }

  it('is about a step that waits for another', async () => {
    await isRefused('blocked', () => kase.completes('kommunmote', 'held'));
    await isRefused('blocked', () => kase.completes('personnummer', 'registered'));
  });

  it('is of a day after the case’s own', async () => {
    const tomorrow = addDays(await kase.today(), 1);
    const saying = { fields: { howServed: 'in person' } };
    await isRefused('afterCaseTime', () =>
      kase.completes('delgivning', 'served', { ...saying, on: tomorrow }),
    );
    await isRefused('afterCaseTime', () =>
      kase.completes('delgivning', 'served', { ...saying, servedOn: tomorrow }),
    );
  });

  it('says that somebody was served before it was decided', async () => {
    const on = await kase.today();
    await isRefused('servedBeforeDecided', () =>
      kase.completes('sfi', 'notReceived', { on, servedOn: addDays(on, -1), fields: { why: 'fel' } }),
    );
  });

  it('says what has no place, now or ever', async () => {
    await isRefused('notAllowedNow', () => kase.completes('delgivning', 'appealFiled'));
    await isRefused('notAllowedNow', () => kase.completes('delgivning', 'no-such-outcome'));
    await isRefused('notAllowedNow', () => kase.restarts('resubmission', 'sfi'));
    await isRefused('notOpen', () => kase.completes('no-such-step', 'held'));
    await isRefused('notReopenable', () => kase.restarts('reopening', 'delgivning'));
  });

  it('names a filing that is not the present one', async () => {
    const on = await kase.today();
    const item = { stepId: 'delgivning' as StepId, filing: 2, outcome: 'served', on };
    const fields = { howServed: 'in person' };
    await isRefused('notOpen', async () =>
      kase.sends(await kase.store('completion', { items: [{ ...item, fields }] }, [item])),
    );
  });

  it('says a person’s word in an agency’s manner', async () => {
    const report = await kase.storesReport('sfi', 'started');
    await isRefused('notAllowedNow', () => kase.sends(report));
  });

  it('was written from an older reading of the case', async () => {
    const { revision } = await kase.row();
    const on = await kase.today();
    const items = [{ stepId: 'delgivning' as never, outcome: 'served', on }];
    const stale = await kase.store('completion', { items: [{ ...items[0], fields: {} }] }, items, {
      expectedRevision: revision - 1,
    });
    await isRefused('staleRevision', () => kase.sends(stale));
  });

  it('says two things about one step', async () => {
    const on = await kase.today();
    const items = ['served', 'notServed'].map((outcome) => ({
      stepId: 'delgivning' as never,
      outcome,
      on,
    }));
    const body = { items: items.map((item) => ({ ...item, fields: {} })) };
    const twice = await kase.store('completion', body, items);
    await isRefused('beingAnswered', () => kase.sends(twice));
  });

  it('answers a step whose answer no plan has seen', async () => {
    planner = () => {
      throw new RangeError('a defect');
    };
    const { projected } = await kase.completes('delgivning', 'served', { fields: { howServed: 'by post' } });
    expect(projected).toBe(false);
    await isRefused('beingAnswered', () => kase.completes('delgivning', 'notServed'));
    planner = planFirstCut;
    await kase.hours(1);
    expect(await kase.statusOf('delgivning')).toMatchObject({ kind: 'done' });
    await isRefused('notOpen', () => kase.completes('delgivning', 'served'));
  });

  it('comes before the case has planned at all', async () => {
    planner = () => {
      throw new RangeError('a defect');
    };
    kase = await stage.opensCase();
    await until('the case has tried to plan', async () => (await kase.row()).technical !== null);
    await isRefused('notReady', () => kase.completes('delgivning', 'served'));
    planner = planFirstCut;
    await kase.hours(1);
    await kase.untilHandOver('sfi', 'filed');
  });

  it('comes when the case is over and only an agency has not heard of it', async () => {
    await kase.appliesForPersonnummer();
    stage.agencies.skatteverket.meet = () => new Error('no answer');
    await kase.untilNoonIn(29);
    const fields = { personnummer: '199105142385', from: await kase.today(), kommun: '0484' };
    await kase.untilTaken(await kase.reports('personnummer', 'registered', { fields }));
    await kase.untilTaken(await kase.reports('sfi', 'started'));
    await kase.untilNoonIn(14);
    expect(await kase.row()).toMatchObject({ state: 'closed' });
    expect(await kase.engineStatus()).toBe('RUNNING');
    await isRefused('closed', () => kase.restarts('reopening', 'kommunmote'));

    stage.agencies.skatteverket.meet = () => undefined;
    await kase.hours(7);
    await kase.untilClosed();
  });

  it('is refused by no case that has taken it before', async () => {
    kase = await stage.opensCase();
    await kase.untilHandOver('sfi', 'filed');
    const id = newMessageId();
    const saying = { fields: { howServed: 'in person' } };
    const first = await kase.completes('delgivning', 'served', saying, id);
    const again = await kase.completes('delgivning', 'served', saying, id);
    expect(again).toEqual(first);
    expect(await kase.told('completion')).toHaveLength(1);
    expect(await kase.answers('delgivning')).toHaveLength(1);
  });
});
