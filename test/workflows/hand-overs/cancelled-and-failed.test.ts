import { failureOf } from '../../../activities/failures';
import { openStage, type Stage } from '../../support/stage';
import type { StagedCase } from '../../support/staged-case';

describe('a hand-over that is cancelled while its attempt is at the agency', () => {
  let stage: Stage;
  let kase: StagedCase;
  let answer: (failure: Error) => void;
  beforeAll(async () => {
    stage = await openStage();
  });
  beforeEach(async () => {
    const { migrationsverket } = stage.agencies;
    migrationsverket.told.length = 0;
    migrationsverket.meet = () =>
      new Promise((_resolve, reject) => {
        answer = reject;
      });
    kase = await stage.opensCase();
    await kase.untilHandOver('delgivning', 'running');
    await kase.completes('delgivning', 'served', { fields: { howServed: 'in person' } });
    await kase.untilHandOver('delgivning', 'retracting');
    migrationsverket.meet = () => undefined;
  });
  afterAll(() => stage.close());

  it('is taken back when that attempt fails', async () => {
    answer(new Error('no answer'));
    await kase.untilHandOver('delgivning', 'retracted');
    expect(stage.agencies.migrationsverket.told).toEqual([`retract ${kase.caseId}/delgivning/1`]);
    expect(await kase.row()).toMatchObject({ technical: null });
  });

  it('is taken back when the agency refuses it for good', async () => {
    answer(failureOf({ agency: 'migrationsverket', status: 422, code: 'OKANT_ARENDE' }));
    await kase.untilHandOver('delgivning', 'retracted');
    expect(await kase.statusOf('delgivning')).toMatchObject({ kind: 'done', outcome: 'served' });
  });

  it('leaves a case that goes on: the step can be reopened and handed over again', async () => {
    answer(new Error('no answer'));
    await kase.untilHandOver('delgivning', 'retracted');
    await kase.restarts('reopening', 'delgivning');
    await kase.untilHandOver('delgivning', 'filed', 2);
    expect(await kase.engineStatus()).toBe('RUNNING');
  });
});
