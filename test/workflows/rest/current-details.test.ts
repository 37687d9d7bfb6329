import type { temporal } from '@temporalio/proto';
import { historyOf } from '../../support/engine/history';
import { openStage, type Stage } from '../../support/stage';
import type { StagedCase } from '../../support/staged-case';

type Metadata = temporal.api.sdk.v1.IWorkflowMetadata;

describe('what Temporal’s own page shows of a case', () => {
  let stage: Stage;
  let kase: StagedCase;
  beforeAll(async () => {
    stage = await openStage();
    kase = await stage.opensCase();
    await kase.untilHandOver('sfi', 'filed');
    await kase.untilHandOver('delgivning', 'filed');
  });
  afterAll(() => stage.close());

  async function details(): Promise<string[]> {
    const { currentDetails } = await kase.handle.query<Metadata>('__temporal_workflow_metadata');
    return (currentDetails ?? '').split('\n');
  }

  /** What the timeline says of each event of a kind. */
  async function summaries(type: string): Promise<string[]> {
    const { events } = JSON.parse(await historyOf(kase.handle)) as {
      events: { eventType: string; userMetadata?: { summary?: { data: string } } }[];
    };
    return events
      .filter(({ eventType }) => eventType === `EVENT_TYPE_${type}`)
      .map(({ userMetadata }) => Buffer.from(userMetadata?.summary?.data ?? '', 'base64').toString());
  }

  it('is where each open step stands, and how many wait behind', async () => {
    const on = await kase.today();
    const shown = await details();
    expect(shown).toHaveLength(4);
    expect(shown[0]).toMatch(
      new RegExp(`^- \\*\\*delgivning\\*\\* \\(migrationsverket\\) waits for caseworker since ${on}, due `),
    );
    expect(shown[1]).toMatch(/^- \*\*sfi\*\* \(kommun\) waits for agency since .*, due /);
    expect(shown.slice(2)).toEqual(['', '4 blocked']);
  });

  it('changes with the case, also for a worker that has never seen it', async () => {
    await kase.rests('pause', 'sfi');
    expect(await details()).toContain('- **sfi** is paused');
    await stage.stopsWorkers();
    await stage.startsWorkers();
    expect(await details()).toContain('- **sfi** is paused');
    expect((await details()).join()).toContain('**delgivning**');
  });

  it('says of each activity and timer what it is about', async () => {
    expect((await summaries('ACTIVITY_TASK_SCHEDULED')).sort()).toEqual(['"delgivning"', '"sfi"']);
    expect(new Set(await summaries('TIMER_STARTED'))).toEqual(new Set(['"the next date of the case"']));
  });

  it('says of each assessment what it took: the message by kind and step, or what else has changed', async () => {
    const shown = await summaries('MARKER_RECORDED');
    expect(shown[0]).toBe('"start"');
    expect(shown.at(-1)).toBe('"pause of sfi"');
    // One assessment may cover both.
    const filed = shown.slice(1, -1).flatMap((summary) => (JSON.parse(summary) as string).split(', '));
    expect(filed.sort()).toEqual(['delgivning filed', 'sfi filed']);
    await kase.untilNoonIn(12);
    await kase.untilQuiet();
    expect((await summaries('MARKER_RECORDED')).at(-1)).toBe('"date reached"');
  });

  it('counts the messages of an assessment that took several, and quotes none of them', async () => {
    await stage.stopsWorkers();
    await kase.reportsUnreadably('kommunmote');
    const last = await kase.reportsUnreadably('etableringssamtal');
    await stage.startsWorkers();
    await kase.untilTaken(last);
    expect(await summaries('MARKER_RECORDED')).toContain('"2 messages"');
  });
});
