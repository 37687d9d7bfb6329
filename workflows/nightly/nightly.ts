import { proxyActivities } from '@temporalio/workflow';
import type { NightlyActivities } from '../../activities/nightly';
import { stockholmDayAt } from '../../domain/law/stockholm-day';
import { NIGHTLY_TASK_QUEUE } from '../messages';

const { daysToCount, countDay, mergeCounts } = proxyActivities<NightlyActivities>({
  taskQueue: NIGHTLY_TASK_QUEUE,
  startToCloseTimeout: '1h',
  // A night that fails is left to the next one, which does its work too.
  scheduleToCloseTimeout: '20h',
  retry: { initialInterval: '5s', backoffCoefficient: 2, maximumInterval: '15m' },
});

/**
 * The nightly work, for all cases together: counts every day since the last night as it was when it ended, and sums up the
 * changes of the counts. Each part may safely be repeated.
 */
export async function nightly(): Promise<void> {
  const today = stockholmDayAt(Date.now());
  for (const day of await daysToCount(today)) await countDay(day, today);
  await mergeCounts(today);
}
