import { openStage, type Stage } from '../../support/stage';
import type { StagedCase } from '../../support/staged-case';
import { until } from '../../support/until';

describe('a step that is reopened while it is being handed over', () => {
  let stage: Stage;
  let kase: StagedCase;
  beforeAll(async () => {
    stage = await openStage();
  });
  beforeEach(async () => {
    stage.agencies.migrationsverket.told.length = 0;
  });
  afterAll(() => stage.close());

  const toldMigrationsverket = () =>
    stage.agencies.migrationsverket.told.map((what) => what.replace(`${kase.caseId}/delgivning/`, ''));

  it('is handed over anew only when the first has been taken back: never two filings at once', async () => {
    const letIn = stage.agencies.migrationsverket.holdsBack();
    kase = await stage.opensCase();
    await kase.untilHandOver('delgivning', 'running');

    await kase.completes('delgivning', 'served', { fields: { howServed: 'in person' } });
    await kase.untilHandOver('delgivning', 'retracting');
    await kase.restarts('reopening', 'delgivning');
    expect(await kase.step('delgivning')).toMatchObject({ filing: 2, status_kind: 'open' });
    expect(toldMigrationsverket()).toEqual([]);
    expect(await kase.handOverOf('delgivning')).toMatchObject({ filing: 1, state: 'retracting' });

    letIn();
    await kase.untilHandOver('delgivning', 'filed', 2);
    expect(toldMigrationsverket()).toEqual(['handOver 1', 'retract 1', 'handOver 2']);

    const late = await kase.reports('delgivning', 'served', { fields: { howServed: 'by post' } }, 1);
    await kase.untilTaken(late);
    expect((await kase.told('late')).map((row) => row.messageId)).toEqual([late.messageId]);
    expect(await kase.statusOf('delgivning')).toMatchObject({ kind: 'open' });
  });

  it('is taken back at once when the agency does not answer, and waits with filing 2 until it does', async () => {
    stage.agencies.migrationsverket.meet = () => new Error('no answer');
    kase = await stage.opensCase();
    await kase.untilHandOver('delgivning', 'running');
    await kase.completes('delgivning', 'served', { fields: { howServed: 'in person' } });
    await kase.restarts('reopening', 'delgivning');
    await kase.untilNoonIn(2);
    expect(await kase.handOverOf('delgivning')).toMatchObject({ filing: 1, state: 'retracting' });

    stage.agencies.migrationsverket.meet = () => undefined;
    await kase.hours(7);
    await kase.untilHandOver('delgivning', 'filed', 2);
    expect(toldMigrationsverket()).toEqual(['retract 1', 'handOver 2']);
  });

  it('blocks what followed from it, and what is done after it is marked for review', async () => {
    kase = await stage.opensCase();
    await kase.untilHandOver('delgivning', 'filed');
    await kase.completes('delgivning', 'served', { fields: { howServed: 'in person' } });
    await kase.untilHandOver('etableringssamtal', 'filed');
    await kase.untilHandOver('flyttningsanmalan', 'filed');
    await kase.completes('kommunmote', 'held');

    await kase.restarts('reopening', 'delgivning');
    expect(await kase.statusOf('etableringssamtal')).toMatchObject({ kind: 'blocked', by: ['delgivning'] });
    expect(await kase.statusOf('kommunmote')).toMatchObject({ kind: 'done', review: true });
    await until('what is blocked is taken back', async () =>
      stage.agencies.arbetsformedlingen.told.includes(`retract ${kase.caseId}/etableringssamtal/1`),
    );
    expect(stage.agencies.kommun.told).not.toContain(`retract ${kase.caseId}/kommunmote/1`);
  });
});
