import { addDays, addMonths } from '../../../domain/law/calendar';
import { openStage, type Stage } from '../../support/stage';
import { refusal, type StagedCase } from '../../support/staged-case';

describe('the right to demand a decision (FL 12 §)', () => {
  let stage: Stage;
  let kase: StagedCase;
  beforeAll(async () => {
    stage = await openStage();
    kase = await stage.opensCase();
    await kase.appliesForPersonnummer();
  });
  afterAll(() => stage.close());

  it('is not there the day before six months have passed', async () => {
    const right = addMonths(await kase.today(), 6);
    await kase.untilNoonOf(addDays(right, -1));

    expect(await refusal(kase.completes('personnummer', 'decisionDemanded'))).toBe('notAllowedNow');
    expect(await kase.datesPassed('demandDecision')).toEqual([]);

    await kase.untilNoonIn(1);
    expect(await kase.datesPassed('demandDecision')).toEqual([right]);
  });

  it('is used on the day, passed on to the agency, and gives the agency four weeks', async () => {
    const { projected } = await kase.completes('personnummer', 'decisionDemanded');
    expect(projected).toBe(true);
    await kase.untilNoonIn(0);
    await kase.hours(1);

    expect(stage.agencies.skatteverket.told.at(-1)).toBe(`demand ${kase.caseId}/personnummer/1/demand/1`);
    const { dues } = await kase.step('personnummer');
    expect(dues).toContainEqual(
      expect.objectContaining({ rule: 'answerDemand', law: 'FL 12 §', whose: 'skatteverket' }),
    );
  });

  it('is used once', async () => {
    expect(await refusal(kase.completes('personnummer', 'decisionDemanded'))).toBe('notAllowedNow');
    await kase.untilNoonIn(60);
    expect(await refusal(kase.completes('personnummer', 'decisionDemanded'))).toBe('notAllowedNow');
    expect(await kase.datesPassed('answerDemand')).toHaveLength(1);
    expect(stage.agencies.skatteverket.told.filter((what) => what.startsWith('demand'))).toHaveLength(1);
  });
});
