import { openStage, type Stage } from '../../support/stage';
import { refusal, type StagedCase } from '../../support/staged-case';
import { until } from '../../support/until';

describe('a refused personnummer', () => {
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

  async function isRefused(outcome = 'avslag'): Promise<void> {
    const field = outcome === 'avslag' ? 'grounds' : 'why';
    const saying = { fields: { [field]: 'inte bosatt' }, servedOn: await kase.today() };
    await kase.untilTaken(await kase.reports('personnummer', outcome, saying));
  }

  it.each(['avslag', 'avvisad'])(
    'by %s leaves the case open, with what the newcomer may do',
    async (outcome) => {
      await isRefused(outcome);
      expect(await kase.statusOf('personnummer')).toMatchObject({ kind: 'open', waitingFor: 'newcomer' });
      expect(await kase.allowed('personnummer')).toEqual(['appealFiled', 'newApplication', 'letStand']);
      expect(await kase.row()).toMatchObject({ state: 'open', finish_on: null });
      expect(await refusal(kase.completes('personnummer', 'registered'))).toBe('notAllowedNow');
    },
  );

  it('that is appealed and changed goes back to the agency, which then registers', async () => {
    await isRefused();
    await kase.untilNoonIn(5);
    await kase.completes('personnummer', 'appealFiled');
    expect(await kase.statusOf('personnummer')).toMatchObject({ waitingFor: 'agency', why: 'underAppeal' });
    // Long after the time to appeal: an appeal that came in time keeps the decision from standing.
    await kase.untilNoonIn(90);
    await kase.completes('personnummer', 'appealChanged');
    expect(await kase.statusOf('personnummer')).toMatchObject({ waitingFor: 'agency', why: 'answerAwaited' });

    const fields = { personnummer: '199105142384', from: await kase.today(), kommun: '0484' };
    await kase.untilTaken(await kase.reports('personnummer', 'registered', { fields }));
    expect(await kase.statusOf('personnummer')).toMatchObject({ kind: 'done', outcome: 'registered' });
  });

  it('stands when the court upholds it', async () => {
    await isRefused();
    await kase.completes('personnummer', 'appealFiled');
    await kase.untilNoonIn(60);
    await kase.completes('personnummer', 'appealUpheld');
    expect(await kase.statusOf('personnummer')).toMatchObject({
      kind: 'done',
      outcome: 'avslag',
      refusal: true,
    });
  });

  it('stands at once when the person lets it, and can still be reopened', async () => {
    await isRefused('avvisad');
    await kase.completes('personnummer', 'letStand');
    expect(await kase.statusOf('personnummer')).toMatchObject({ kind: 'done', outcome: 'avvisad' });
    expect(await kase.allowed('personnummer')).toEqual(['reopening']);
  });

  it('followed by a new application is taken back and handed over as filing 2, with reminders of its own', async () => {
    await isRefused();
    await kase.completes('personnummer', 'newApplication');
    await kase.untilHandOver('personnummer', 'filed', 2);
    expect(stage.agencies.skatteverket.told.slice(-2)).toEqual([
      `retract ${kase.caseId}/personnummer/1`,
      `handOver ${kase.caseId}/personnummer/2`,
    ]);

    await kase.untilNoonIn(28);
    await until('the agency is reminded of filing 2', async () =>
      stage.agencies.skatteverket.told.includes(`reminder ${kase.caseId}/personnummer/2/reminder/4`),
    );
    const fields = { personnummer: '199105142384', from: await kase.today(), kommun: '0484' };
    await kase.untilTaken(await kase.reports('personnummer', 'registered', { fields }, 2));
    expect(await kase.statusOf('personnummer')).toMatchObject({ kind: 'done', outcome: 'registered' });
  });
});
