import { addDays, addWeeks, movedToWorkingDay } from '../../../domain/law/calendar';
import type { PlainDate } from '../../../domain/model/plain-date';
import { openStage, type Stage } from '../../support/stage';
import { refusal, type StagedCase } from '../../support/staged-case';

describe('the time to appeal a refusal (FL 44 §)', () => {
  let stage: Stage;
  let kase: StagedCase;
  beforeAll(async () => {
    stage = await openStage();
  });
  beforeEach(async () => {
    kase = await stage.opensCase();
    await kase.appliesForPersonnummer();
  });
  afterAll(() => stage.close());

  const lastDay = (servedOn: PlainDate) => movedToWorkingDay(addWeeks(servedOn, 3)).date;

  async function isRefused(servedOn?: PlainDate): Promise<void> {
    const saying = { fields: { grounds: 'inte bosatt' }, ...(servedOn ? { servedOn } : {}) };
    await kase.untilTaken(await kase.reports('personnummer', 'avslag', saying));
  }

  it('runs until the end of the last day of three weeks from being served', async () => {
    const servedOn = await kase.today();
    await isRefused(servedOn);
    await kase.untilNoonOf(lastDay(servedOn));

    expect(await kase.statusOf('personnummer')).toMatchObject({ kind: 'open', waitingFor: 'newcomer' });
    await kase.completes('personnummer', 'appealFiled');
    expect(await kase.statusOf('personnummer')).toMatchObject({ kind: 'open', why: 'underAppeal' });
  });

  it('has run out the day after: the refusal stands and the case can end', async () => {
    const servedOn = await kase.today();
    await isRefused(servedOn);
    await kase.untilNoonOf(addDays(lastDay(servedOn), 1));

    const standsOn = addDays(lastDay(servedOn), 1);
    expect(await kase.statusOf('personnummer')).toEqual({
      kind: 'done',
      outcome: 'avslag',
      refusal: true,
      on: standsOn,
    });
    expect(await refusal(kase.completes('personnummer', 'appealFiled'))).toBe('notAllowedNow');

    await kase.untilTaken(await kase.reports('sfi', 'started'));
    await kase.untilNoonOf(addDays(standsOn, 14));
    await kase.untilClosed();
  });

  it('does not begin while nobody knows that the person was served', async () => {
    await isRefused();
    await kase.untilNoonIn(120);
    expect(await kase.statusOf('personnummer')).toMatchObject({ kind: 'open', why: 'refused' });

    const servedOn = await kase.today();
    await kase.completes('personnummer', 'decisionServed', { servedOn });
    await kase.untilNoonOf(lastDay(servedOn));
    expect(await kase.statusOf('personnummer')).toMatchObject({ kind: 'open', why: 'refused' });
    await kase.untilNoonIn(1);
    expect(await kase.statusOf('personnummer')).toMatchObject({ kind: 'done', refusal: true });
  });
});
