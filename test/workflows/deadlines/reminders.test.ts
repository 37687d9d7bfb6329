import { addWeeks } from '../../../domain/law/calendar';
import { openStage, type Stage } from '../../support/stage';

describe('reminders about a decision that does not come', () => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await openStage();
  });
  afterAll(() => stage.close());

  it('reach the agency at 4, 8 and 18 weeks after the filing, not the day before, and each once', async () => {
    const kase = await stage.opensCase();
    await kase.appliesForPersonnummer();
    const filedOn = await kase.today();
    const reminders = () =>
      stage.agencies.skatteverket.told.filter((what) => what.startsWith(`reminder ${kase.caseId}`));
    const sent: string[] = [];

    for (const week of [4, 8, 18]) {
      const day = addWeeks(filedOn, week);
      const rule = `personnummerReminder${week}`;
      await kase.untilNoonOf(addWeeks(filedOn, week - 1));
      await kase.untilNoonIn(6);
      expect(await kase.datesPassed(rule)).toEqual([]);
      expect(reminders()).toEqual(sent);

      await kase.untilNoonIn(1);
      sent.push(`reminder ${kase.caseId}/personnummer/1/reminder/${week}`);
      expect(await kase.today()).toBe(day);
      expect(await kase.datesPassed(rule)).toEqual([day]);
      expect(reminders()).toEqual(sent);
    }

    await kase.untilNoonIn(200);
    expect(reminders()).toEqual(sent);
    expect(await kase.datesPassed('personnummerReminder18')).toHaveLength(1);
  });

  it('do not reach an agency that has decided', async () => {
    const kase = await stage.opensCase();
    await kase.appliesForPersonnummer();
    await kase.untilNoonIn(27);
    await kase.untilTaken(await kase.reports('personnummer', 'avslag', { fields: { grounds: 'vistelse' } }));
    await kase.untilNoonIn(100);

    expect(stage.agencies.skatteverket.told.join()).not.toContain(`reminder ${kase.caseId}`);
    expect(await kase.datesPassed('personnummerReminder4')).toEqual([]);
  });

  it('wait until the agency is back when it is away on the day', async () => {
    const kase = await stage.opensCase();
    await kase.appliesForPersonnummer();
    const { skatteverket } = stage.agencies;
    skatteverket.meet = () => new Error('no answer');
    await kase.untilNoonIn(29);
    expect(await kase.datesPassed('personnummerReminder4')).toHaveLength(1);
    expect(skatteverket.told.join()).not.toContain(`reminder ${kase.caseId}`);

    skatteverket.meet = () => undefined;
    await kase.hours(6);
    expect(skatteverket.told.filter((what) => what.startsWith(`reminder ${kase.caseId}`))).toHaveLength(1);
  });
});
