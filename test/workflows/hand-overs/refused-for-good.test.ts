import { failureOf } from '../../../activities/failures';
import { openStage, type Stage } from '../../support/stage';
import type { StagedCase } from '../../support/staged-case';

describe('an agency that refuses a filing for good', () => {
  let stage: Stage;
  let kase: StagedCase;
  beforeAll(async () => {
    stage = await openStage();
  });
  beforeEach(async () => {
    stage.agencies.kommun.told.length = 0;
    stage.agencies.kommun.meet = () =>
      failureOf({ agency: 'kommun', status: 422, code: 'OKAND_FOLKBOKFORINGSKOMMUN' });
    kase = await stage.opensCase();
    await kase.untilHandOver('sfi', 'refused');
    stage.agencies.kommun.meet = () => undefined;
  });
  afterAll(() => stage.close());

  it('gives a caseworker a task, and the case goes on', async () => {
    expect(await kase.statusOf('sfi')).toMatchObject({
      kind: 'open',
      waitingFor: 'caseworker',
      why: 'handOverRefused',
    });
    expect((await kase.told('handOverRefused')).map(({ content }) => content)).toEqual([
      { stepId: 'sfi', filing: 1, code: 'OKAND_FOLKBOKFORINGSKOMMUN' },
    ]);
    expect(await kase.engineStatus()).toBe('RUNNING');
    await kase.untilHandOver('delgivning', 'filed');
    await kase.meets();
    expect(await kase.row()).toMatchObject({ milestone: 'inskriven', technical: null });
  });

  it('is asked again as filing 2 when the caseworker has mended what was wrong', async () => {
    await kase.restarts('resubmission', 'sfi');
    await kase.untilHandOver('sfi', 'filed', 2);
    expect(stage.agencies.kommun.told).toEqual([`handOver ${kase.caseId}/sfi/2`]);
    expect(await kase.statusOf('sfi')).toMatchObject({ kind: 'open', waitingFor: 'agency' });

    await kase.untilTaken(await kase.reports('sfi', 'started', {}, 2));
    expect(await kase.statusOf('sfi')).toMatchObject({ kind: 'done', outcome: 'started' });
  });

  it('is done without when the caseworker tells the outcome by hand', async () => {
    await kase.completes('sfi', 'started');
    expect(await kase.statusOf('sfi')).toMatchObject({ kind: 'done', outcome: 'started' });
    await kase.untilNoonIn(5);
    expect(stage.agencies.kommun.told).toEqual([]);
  });
});

describe('an agency that refuses for good what is said about a filing', () => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await openStage();
  });
  afterAll(() => stage.close());

  it('gives a caseworker a task when it was an answer to its own request', async () => {
    const kase = await stage.opensCase();
    await kase.appliesForPersonnummer();
    await kase.untilTaken(
      await kase.reports('personnummer', 'completionRequested', { fields: { by: await kase.today() } }),
    );
    stage.agencies.skatteverket.meet = () =>
      failureOf({ agency: 'skatteverket', status: 409, code: 'ARENDE_AVSLUTAT' });
    await kase.completes('personnummer', 'completionAnswered');
    await kase.untilTold('errandRefused');
    expect(await kase.statusOf('personnummer')).toMatchObject({
      waitingFor: 'caseworker',
      why: 'errandRefused',
    });

    // The filing itself still lies there: filed again, it is taken back first.
    stage.agencies.skatteverket.meet = () => undefined;
    await kase.restarts('resubmission', 'personnummer');
    await kase.untilHandOver('personnummer', 'filed', 2);
    const filing = `${kase.caseId}/personnummer`;
    const told = stage.agencies.skatteverket.told.filter((what) => what.includes(filing));
    expect(told.slice(-2)).toEqual([`retract ${filing}/1`, `handOver ${filing}/2`]);
  });

  it('leaves the filing as it is when it was a reminder', async () => {
    const kase = await stage.opensCase();
    await kase.appliesForPersonnummer();
    stage.agencies.skatteverket.meet = () =>
      failureOf({ agency: 'skatteverket', status: 422, code: 'PAMINNELSE_TAS_INTE_EMOT' });
    await kase.untilNoonIn(30);
    stage.agencies.skatteverket.meet = () => undefined;
    expect(await kase.handOverOf('personnummer')).toMatchObject({ state: 'filed' });
    expect(await kase.statusOf('personnummer')).toMatchObject({ waitingFor: 'agency' });
  });
});
