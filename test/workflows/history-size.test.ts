import { addDays } from '../../domain/law/calendar';
import { eventNames, historyOf } from '../support/engine/history';
import { openStage, type Stage } from '../support/stage';

/** What one step may cost in events of history, and one assessment in bytes: the aims that the README states. */
describe('what a case writes into history', () => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await openStage();
  });
  afterAll(() => stage.close());

  it('is at most 7 events for a step that a caseworker completes, when no date comes nearer', async () => {
    const kase = await stage.opensCase();
    await kase.completes('delgivning', 'served', { fields: { howServed: 'in person' } });
    await kase.untilHandOver('kommunmote', 'filed');
    await kase.untilHandOver('etableringssamtal', 'filed');
    await kase.untilHandOver('flyttningsanmalan', 'filed');
    await kase.untilQuiet();
    const before = await kase.events();
    await kase.completes('kommunmote', 'held');
    const events = eventNames(await historyOf(kase.handle), before);
    process.stdout.write(`caseworker-completed step: ${events.length} events (${events.join(', ')})\n`);
    expect(events).toContain('UPSERT_WORKFLOW_SEARCH_ATTRIBUTES');
    expect(events.length).toBeLessThanOrEqual(7);
  });

  it('is at most 9 events when what the caseworker tells brings a date nearer', async () => {
    const kase = await stage.opensCase();
    await kase.meets();
    await kase.untilHandOver('personnummer', 'filed');
    await kase.untilQuiet();
    const before = await kase.events();
    const by = addDays(await kase.today(), 2);
    await kase.completes('personnummer', 'completionRequested', { fields: { by } });
    const events = eventNames(await historyOf(kase.handle), before);
    process.stdout.write(`the same with a nearer date: ${events.length} events (${events.join(', ')})\n`);
    expect(events).toContain('TIMER_STARTED');
    expect(events.length).toBeLessThanOrEqual(9);
  });

  it('is at most 15 events for a step that an agency answers, from hand-over to answer', async () => {
    const kase = await stage.opensCase();
    await kase.untilHandOver('sfi', 'filed');
    await kase.meets();
    await kase.untilQuiet();
    const filing = handOverOf(await historyOf(kase.handle), 'personnummer');
    await kase.reports('personnummer', 'registered', {
      servedOn: await kase.today(),
      fields: { personnummer: '199105142385', from: await kase.today(), kommun: '0484' },
    });
    // Asked of the register: a query would bring tasks of its own.
    await kase.untilStatus('personnummer', 'done');
    await kase.untilTold('milestone');
    const events = eventNames(await historyOf(kase.handle), filing);
    process.stdout.write(`agency-answered step: ${events.length} events (${events.join(', ')})\n`);
    expect(events.length).toBeLessThanOrEqual(15);
  });

  it('is at most 2 KB for the answer of one assessment', async () => {
    const kase = await stage.opensCase();
    await kase.meets();
    await kase.untilHandOver('personnummer', 'filed');
    await kase.untilNoonIn(190);
    const sizes = assessmentSizes(await historyOf(kase.handle));
    process.stdout.write(`assess: ${sizes.length} answers, the largest of ${Math.max(...sizes)} bytes\n`);
    expect(sizes.length).toBeGreaterThan(5);
    expect(Math.max(...sizes)).toBeLessThanOrEqual(2048);
  });
});

type Event = {
  eventId: string;
  activityTaskScheduledEventAttributes?: { input: { payloads: { data: string }[] } };
  markerRecordedEventAttributes?: { details: Record<string, { payloads: { data: string }[] }> };
};

function eventsOf(history: string): Event[] {
  return (JSON.parse(history) as { events: Event[] }).events;
}

/** Number of events before the one that schedules the hand-over of a step. */
function handOverOf(history: string, step: string): number {
  return eventsOf(history).findIndex(({ activityTaskScheduledEventAttributes: scheduled }) =>
    scheduled?.input.payloads.some(({ data }) => Buffer.from(data, 'base64').toString().includes(step)),
  );
}

/** Bytes of each local activity's recorded answer. */
function assessmentSizes(history: string): number[] {
  return eventsOf(history).flatMap(({ markerRecordedEventAttributes: marker }) => {
    const answers = marker?.details.result?.payloads ?? [];
    return answers.map(({ data }) => Buffer.from(data, 'base64').length);
  });
}
