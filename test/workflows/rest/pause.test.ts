import { addDays, addWeeks } from '../../../domain/law/calendar';
import { stateFromRegister } from '../../../register/records';
import { startCase } from '../../../engine/case-client';
import { historyOf, payloadsIn } from '../../support/engine/history';
import { openStage, type Stage } from '../../support/stage';

describe('a step that rests', () => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await openStage();
  });
  afterAll(() => stage.close());

  const remindersOf = (caseId: string) =>
    stage.agencies.skatteverket.told.filter((what) => what.startsWith(`reminder ${caseId}`));

  it('gets no reminder meanwhile, and goes on with the next one when it is resumed', async () => {
    const kase = await stage.opensCase();
    await kase.appliesForPersonnummer();
    const filedOn = await kase.today();
    await kase.untilNoonIn(20);
    const pausedOn = await kase.today();
    await kase.rests('pause', 'personnummer');
    expect(await kase.statusOf('personnummer')).toEqual({
      kind: 'paused',
      why: 'untilResumed',
      since: pausedOn,
    });

    await kase.untilNoonOf(addWeeks(filedOn, 5));
    expect(remindersOf(kase.caseId)).toEqual([]);
    expect(await kase.datesPassed('personnummerReminder4')).toEqual([]);

    await kase.rests('resumption', 'personnummer');
    expect(await kase.statusOf('personnummer')).toMatchObject({ kind: 'open', waitingFor: 'agency' });
    expect(await kase.handOverOf('personnummer')).toMatchObject({ filing: 1, state: 'filed' });
    await kase.untilNoonOf(addWeeks(filedOn, 8));
    expect(remindersOf(kase.caseId)).toEqual([`reminder ${kase.caseId}/personnummer/1/reminder/8`]);
  });

  it('goes on by itself on the day it rests until, its expectation later by the days between', async () => {
    const kase = await stage.opensCase();
    await kase.untilHandOver('sfi', 'filed');
    const [before] = (await kase.step('sfi')).dues.filter(({ rule }) => rule === 'sfiExpected');
    const until = addDays(await kase.today(), 10);
    await kase.rests('pause', 'sfi', { until });
    await kase.untilNoonIn(9);
    expect(await kase.statusOf('sfi')).toMatchObject({ kind: 'paused', why: 'untilDay', until });

    await kase.untilNoonIn(1);
    expect(await kase.statusOf('sfi')).toMatchObject({ kind: 'open' });
    const [after] = (await kase.step('sfi')).dues.filter(({ rule }) => rule === 'sfiExpected');
    expect(before).not.toHaveProperty('movedBy');
    expect(after).toMatchObject({
      date: before && addDays(before.date, 10),
      movedBy: 'paus 10 dagar',
    });
  });

  it('keeps what its agency decides until it goes on, for as long as it rests', async () => {
    const kase = await stage.opensCase();
    await kase.untilHandOver('sfi', 'filed');
    await kase.rests('pause', 'sfi');
    const decided = await kase.reports('sfi', 'started');
    await kase.untilTaken(decided);
    await kase.untilQuiet();
    const events = await kase.events();
    await kase.untilNoonIn(12);
    expect(await kase.statusOf('sfi')).toMatchObject({ kind: 'paused' });
    expect((await kase.step('sfi')).record.misfits).toEqual([]);
    expect(await kase.told('report')).toEqual([]);
    // It waits without looking again and again.
    expect((await kase.events()) - events).toBeLessThan(30);

    await kase.rests('resumption', 'sfi');
    await kase.untilStatus('sfi', 'done');
    expect((await kase.told('report')).map(({ messageId }) => messageId)).toEqual([decided.messageId]);
  });

  it('rests on when the engine has lost the case, until it is resumed', async () => {
    const kase = await stage.opensCase();
    await kase.untilHandOver('sfi', 'filed');
    await kase.rests('pause', 'sfi');
    await kase.handle.terminate('lost');
    await startCase(stage.client, kase.caseId, await stateFromRegister(stage.register, kase.caseId));
    await kase.untilTold('engineReset');
    expect(await kase.statusOf('sfi')).toMatchObject({ kind: 'paused' });
    await kase.rests('resumption', 'sfi');
    expect(await kase.statusOf('sfi')).toMatchObject({ kind: 'open' });
  });

  it('tells its reason in the timeline, and nothing of it to the engine', async () => {
    const kase = await stage.opensCase();
    await kase.untilHandOver('sfi', 'filed');
    const until = addDays(await kase.today(), 10);
    await kase.rests('pause', 'sfi', { until, reason: 'ligger på sjukhus' });
    await kase.rests('resumption', 'sfi', { reason: 'hemma från sjukhus' });
    expect((await kase.told('pause')).map(({ content }) => content)).toEqual([
      { items: [{ stepId: 'sfi', until }], reason: 'ligger på sjukhus' },
    ]);
    expect((await kase.told('resumption')).map(({ content }) => content)).toEqual([
      { items: [{ stepId: 'sfi' }], reason: 'hemma från sjukhus' },
    ]);
    expect(JSON.stringify((await kase.step('sfi')).record)).not.toContain('sjukhus');
    expect((await payloadsIn(await historyOf(kase.handle))).join()).not.toContain('sjukhus');
  });
});
