import { type Client, ScheduleAlreadyRunning, type ScheduleOptions } from '@temporalio/client';
import { BACKGROUND, type BackgroundInput, CASE_TASK_QUEUE, NIGHTLY } from '../workflows/messages';

/**
 * Every night at two in Sweden. A night without a running server is made up within a day; the night in March that has no
 * two o'clock is left out, and the next one counts its day too.
 */
const NIGHTLY_SCHEDULE = {
  scheduleId: NIGHTLY,
  spec: { calendars: [{ hour: 2, minute: 0 }], timezone: 'Europe/Stockholm' },
  action: { type: 'startWorkflow', workflowType: NIGHTLY, workflowId: NIGHTLY, taskQueue: CASE_TASK_QUEUE },
  policies: { overlap: 'SKIP', catchupWindow: '1 day' },
} as const satisfies ScheduleOptions;

/**
 * Creates the schedules, or updates them to what this code says; safe for many workers at once. A schedule that an
 * operator has paused stays paused.
 */
export async function keepSchedules({ schedule }: Client): Promise<void> {
  try {
    await schedule.create(NIGHTLY_SCHEDULE);
  } catch (failure) {
    if (!(failure instanceof ScheduleAlreadyRunning)) throw failure;
    const { spec, action, policies } = NIGHTLY_SCHEDULE;
    await schedule.getHandle(NIGHTLY).update(({ state }) => ({ spec, action, policies, state }));
  }
}

/** Starts the background work of the installation, or leaves it as it runs; safe for many workers at once. */
export async function startBackground(client: Client, input: BackgroundInput = {}): Promise<void> {
  await client.workflow.start(BACKGROUND, {
    workflowId: BACKGROUND,
    taskQueue: CASE_TASK_QUEUE,
    args: [input],
    workflowIdConflictPolicy: 'USE_EXISTING',
  });
}
