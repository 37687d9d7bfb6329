import { addDays, addWeeks, movedToWorkingDay } from '../../../domain/law/calendar';
import { openStage, type Stage } from '../../support/stage';

describe('the duty to notify the move to Sweden (FOL 26 §)', () => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await openStage();
  });
  afterAll(() => stage.close());

  it('is in the timeline as passed the day after its last day, and once', async () => {
    const kase = await stage.opensCase();
    await kase.untilHandOver('sfi', 'filed');
    // Here for over three months when the permit came, ten days ago: four weeks from then.
    const lastDay = movedToWorkingDay(addWeeks(addDays(await kase.today(), -10), 4)).date;
    await kase.completes('delgivning', 'served', { fields: { howServed: 'in person' } });
    const { dues } = await kase.step('flyttningsanmalan');
    expect(dues).toContainEqual(expect.objectContaining({ rule: 'folkbokforingAnmalan', date: lastDay }));

    await kase.untilNoonOf(lastDay);
    expect(await kase.datesPassed('folkbokforingAnmalan')).toEqual([]);
    await kase.untilNoonIn(1);
    expect(await kase.datesPassed('folkbokforingAnmalan')).toEqual([lastDay]);
    await kase.untilNoonIn(40);
    expect(await kase.datesPassed('folkbokforingAnmalan')).toEqual([lastDay]);
    expect(await kase.statusOf('flyttningsanmalan')).toMatchObject({ kind: 'open' });
  });
});
