import { type Client, ScheduleAlreadyRunning, type ScheduleOptions } from '@temporalio/client';
import { CASE_TASK_QUEUE, NIGHTLY } from '../workflows/messages';

/**
 * Every night at two in Sweden. A night at which no server stood is made up within a day; the night in March that has no
 * two o'clock is left out, and the next one counts its day too.
 */
const NIGHTLY_SCHEDULE = {
  scheduleId: NIGHTLY,
  spec: { calendars: [{ hour: 2, minute: 0 }], timezone: 'Europe/Stockholm' },
  action: { type: 'startWorkflow', workflowType: NIGHTLY, workflowId: NIGHTLY, taskQueue: CASE_TASK_QUEUE },
  policies: { overlap: 'SKIP', catchupWindow: '1 day' },
} as const satisfies ScheduleOptions;

/**
 * Sees to it that the schedules are there and as this code has them; safe for many workers at once. Whether an operator
 * has paused one stays as it is.
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
