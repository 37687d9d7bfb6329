import { addDays } from '../../../domain/law/calendar';
import { openStage, type Stage } from '../../support/stage';
import { refusal, type StagedCase } from '../../support/staged-case';

describe('a date that is given more time', () => {
  let stage: Stage;
  let kase: StagedCase;
  beforeAll(async () => {
    stage = await openStage();
    kase = await stage.opensCase();
    await kase.untilHandOver('sfi', 'filed');
    await kase.untilHandOver('delgivning', 'filed');
  });
  afterAll(() => stage.close());

  async function dueOf(step: string, rule: string) {
    return (await kase.step(step)).dues.find((due) => due.rule === rule);
  }

  /** Refused with this code, and the history is as long as before. */
  async function isRefused(code: string, attempt: () => Promise<unknown>): Promise<void> {
    await kase.untilQuiet();
    const before = await kase.events();
    expect(await refusal(attempt())).toBe(code);
    expect(await kase.events()).toBe(before);
  }

  it('is later, says by what, and wakes the case the day after', async () => {
    const rule = 'sfiWithinOneMonth';
    const until = addDays(await kase.today(), 50);
    await kase.rests('extension', 'sfi', { rule, until, reason: 'kursen är full' });
    expect(await dueOf('sfi', rule)).toMatchObject({
      date: until,
      kind: 'target',
      movedBy: `förlängd till ${until}`,
    });
    expect((await kase.told('extension')).map(({ content }) => content)).toEqual([
      { items: [{ stepId: 'sfi', rule, until }], reason: 'kursen är full' },
    ]);
  });

  it('is never one of the law’s, never earlier, never of a step that has no such date', async () => {
    const until = addDays(await kase.today(), 300);
    const rule = 'sfiWithinThreeMonths';
    await isRefused('notMovable', () => kase.rests('extension', 'sfi', { rule, until }));
    await isRefused('notMovable', () => kase.rests('extension', 'sfi', { rule: 'x', until }));
    const earlier = addDays(await kase.today(), 49);
    await isRefused('notLater', () =>
      kase.rests('extension', 'sfi', { rule: 'sfiWithinOneMonth', until: earlier }),
    );
    await isRefused('blocked', () =>
      kase.rests('extension', 'kommunmote', { rule: 'kommunmoteExpected', until }),
    );
  });

  it('is not moved by a pause that does not fit', async () => {
    const today = await kase.today();
    await isRefused('blocked', () => kase.rests('pause', 'kommunmote'));
    await isRefused('notAhead', () => kase.rests('pause', 'sfi', { until: today }));
    await isRefused('notAhead', () => kase.rests('pause', 'sfi', { until: addDays(today, -1) }));
    await isRefused('notPaused', () => kase.rests('resumption', 'sfi'));
    await kase.rests('pause', 'sfi');
    await isRefused('notOpen', () => kase.rests('pause', 'sfi'));
    await isRefused('notOpen', () => kase.completes('sfi', 'started'));
    const extension = { rule: 'sfiExpected', until: addDays(today, 300) };
    await isRefused('notOpen', () => kase.rests('extension', 'sfi', extension));
    await kase.rests('resumption', 'sfi');
    await isRefused('notPaused', () => kase.rests('resumption', 'sfi'));
    await kase.completes('delgivning', 'served', { fields: { howServed: 'in person' } });
    await isRefused('notOpen', () => kase.rests('pause', 'delgivning'));
  });

  it('is said once when it is said twice', async () => {
    const items = [{ stepId: 'sfi' as never }, { stepId: 'sfi' as never }];
    const twice = await kase.store('pause', { items, reason: 'sjuk' }, items);
    await isRefused('beingAnswered', () => kase.sends(twice));
  });
});
