import { addWeeks } from '../../../domain/law/calendar';
import { openStage, type Stage } from '../../support/stage';
import type { StagedCase } from '../../support/staged-case';

async function troubleOf({ register }: Stage, { caseId }: StagedCase) {
  return register.selectFrom('case_trouble').selectAll().where('case_id', '=', caseId).execute();
}

describe('an agency that is away for thirty days', () => {
  let stage: Stage;
  let kase: StagedCase;
  beforeAll(async () => {
    stage = await openStage();
    kase = await stage.opensCase();
    await kase.untilHandOver('sfi', 'filed');
    await kase.untilNoonIn(1);
    await kase.completes('delgivning', 'served', { fields: { howServed: 'in person' } });
    await kase.untilHandOver('flyttningsanmalan', 'filed');
    stage.agencies.skatteverket.meet = () => new Error('no answer');
    stage.agencies.skatteverket.told.length = 0;
    await kase.completes('flyttningsanmalan', 'filed');
  });
  afterAll(() => stage.close());

  it('delays only its own steps', async () => {
    await kase.untilNoonIn(30);
    expect(stage.agencies.skatteverket.told).toEqual([]);
    expect(await kase.handOverOf('personnummer')).toMatchObject({ state: 'running' });

    await kase.completes('etableringssamtal', 'held');
    await kase.completes('kommunmote', 'noShow');
    await kase.untilHandOver('kommunmote', 'filed', 2);
    await kase.completes('kommunmote', 'held');
    await kase.untilTaken(await kase.reports('sfi', 'started'));
    expect(await kase.row()).toMatchObject({ milestone: 'inskriven', state: 'open', technical: null });
  });

  it('shows the failing hand-over with its attempts and the kind of its last failure, and no text of it', async () => {
    const [failing, ...others] = await troubleOf(stage, kase);
    expect(others).toEqual([]);
    expect(failing).toMatchObject({ kind: 'handOverFailing', step_id: 'personnummer', code: 'Error' });
    expect(failing?.attempts).toBeGreaterThan(20);
  });

  it('gets what waited within six hours of coming back, once, and nobody has to do anything', async () => {
    stage.agencies.skatteverket.meet = () => undefined;
    await kase.hours(6);
    await kase.untilHandOver('personnummer', 'filed');
    expect(stage.agencies.skatteverket.told).toEqual([`handOver ${kase.caseId}/personnummer/1`]);
    expect(await troubleOf(stage, kase)).toEqual([]);
  });

  it('is reminded by the day on which it got the filing, not by the day on which it was first asked', async () => {
    const filedOn = await kase.today();
    expect(await kase.handOverOf('personnummer')).toMatchObject({ on: filedOn });
    await kase.untilNoonIn(27);
    expect(stage.agencies.skatteverket.told).toHaveLength(1);
    await kase.untilNoonIn(1);
    expect(await kase.datesPassed('personnummerReminder4')).toEqual([addWeeks(filedOn, 4)]);
    expect(stage.agencies.skatteverket.told).toHaveLength(2);
  });

  it('has cost its case no long history', async () => {
    expect(await kase.events()).toBeLessThan(350);
  });
});
