import { addDays } from '../../../domain/law/calendar';
import { openStage, type Stage } from '../../support/stage';
import type { StagedCase } from '../../support/staged-case';

describe('the end of a case', () => {
  let stage: Stage;
  let kase: StagedCase;
  beforeAll(async () => {
    stage = await openStage();
  });
  beforeEach(async () => {
    kase = await stage.opensCase();
    await kase.appliesForPersonnummer();
    const fields = { personnummer: '199105142384', from: await kase.today(), kommun: '0484' };
    await kase.untilTaken(await kase.reports('personnummer', 'registered', { fields }));
    await kase.untilNoonIn(10);
    await kase.untilTaken(await kase.reports('sfi', 'started'));
  });
  afterAll(() => stage.close());

  it('comes fourteen days after the last step has ended, and not a day earlier', async () => {
    const finishOn = addDays(await kase.today(), 14);
    expect((await kase.row()).finish_on).toBe(finishOn);
    await kase.untilNoonIn(13);
    expect(await kase.row()).toMatchObject({ state: 'open', milestone: 'folkbokford' });
    expect(await kase.engineStatus()).toBe('RUNNING');

    await kase.untilNoonIn(1);
    await kase.untilClosed();
    expect(await kase.row()).toMatchObject({ state: 'closed', closed_on: finishOn, next_wake_at: null });
    expect((await kase.told('milestone')).at(-1)?.content).toEqual({
      kind: 'avslutad',
      on: finishOn,
      result: 'pathDone',
    });
  });

  it('is the end of its time too: a day beyond it is reached at once', async () => {
    await kase.untilNoonIn(60);
    await kase.untilClosed();
    await kase.untilNoonIn(60);
    expect(await kase.engineStatus()).toBe('COMPLETED');
  });

  it('is put off by a step that is reopened on the last day', async () => {
    await kase.untilNoonIn(13);
    await kase.restarts('reopening', 'kommunmote');
    await kase.untilHandOver('kommunmote', 'filed', 2);
    await kase.untilNoonIn(30);
    expect(await kase.row()).toMatchObject({ state: 'open', finish_on: null });
    expect(await kase.engineStatus()).toBe('RUNNING');

    await kase.completes('kommunmote', 'held');
    await kase.untilNoonIn(14);
    await kase.untilClosed();
  });
});
