import { addDays } from '../../../domain/law/calendar';
import { openStage, type Stage } from '../../support/stage';
import type { StagedCase } from '../../support/staged-case';

describe("an agency's fact that cannot fit", () => {
  let stage: Stage;
  let kase: StagedCase;
  beforeAll(async () => {
    stage = await openStage();
  });
  beforeEach(async () => {
    kase = await stage.opensCase();
    await kase.untilHandOver('sfi', 'filed');
    await kase.untilNoonIn(1);
  });
  afterAll(() => stage.close());

  const isForACaseworker = { kind: 'open', waitingFor: 'caseworker', why: 'answerUnclear' };

  it('is a caseworker’s task at once when nobody can read it', async () => {
    const unread = await kase.reportsUnreadably('sfi');
    await kase.untilTaken(unread);

    expect(await kase.statusOf('sfi')).toMatchObject(isForACaseworker);
    expect((await kase.row()).technical).toEqual({ kind: 'misfit', detail: 'sfi' });
    expect((await kase.told('misfit')).map((row) => row.messageId)).toEqual([unread.messageId]);
    expect(await kase.allowed('sfi')).toContain('resubmission');
  });

  it('is a caseworker’s task at once when its day is after the case’s own', async () => {
    await kase.untilTaken(await kase.reports('sfi', 'started', { on: addDays(await kase.today(), 1) }));
    expect(await kase.statusOf('sfi')).toMatchObject(isForACaseworker);
    expect((await kase.row()).technical).toMatchObject({ kind: 'misfit' });

    // The caseworker asks, and tells what the agency meant.
    await kase.completes('sfi', 'started');
    expect(await kase.statusOf('sfi')).toMatchObject({ kind: 'done', outcome: 'started' });
    expect((await kase.row()).technical).toBeNull();
  });

  it('is taken all the same when the agency then says it rightly', async () => {
    await kase.untilTaken(await kase.reportsUnreadably('sfi'));
    await kase.untilTaken(await kase.reports('sfi', 'started'));
    expect(await kase.statusOf('sfi')).toMatchObject({ kind: 'done', outcome: 'started' });
    expect((await kase.row()).technical).toBeNull();
  });

  it('of a filing that was never made waits five days, and is then a caseworker’s task', async () => {
    const ahead = await kase.reports('sfi', 'started', {}, 2);
    await kase.untilTaken(ahead);
    await kase.hours(5 * 24 - 1);
    expect(await kase.statusOf('sfi')).toMatchObject({ kind: 'open', waitingFor: 'agency' });
    expect(await kase.told('misfit')).toEqual([]);

    await kase.hours(2);
    expect(await kase.statusOf('sfi')).toMatchObject(isForACaseworker);
    expect((await kase.row()).technical).toEqual({ kind: 'misfit', detail: 'sfi' });
    expect((await kase.told('misfit')).map((row) => row.messageId)).toEqual([ahead.messageId]);
  });

  it('about a step that stays blocked shows as technical after five days', async () => {
    await kase.untilTaken(await kase.reports('personnummer', 'avslag', { fields: { grounds: 'vistelse' } }));
    await kase.hours(5 * 24 - 1);
    expect((await kase.row()).technical).toBeNull();
    await kase.hours(2);
    expect((await kase.row()).technical).toEqual({ kind: 'misfit', detail: 'personnummer' });

    await kase.meets();
    expect(await kase.statusOf('personnummer')).toMatchObject(isForACaseworker);
  });
});
