import { proxyActivities } from '@temporalio/workflow';
import type { NightlyActivities } from '../../activities/nightly';
import { stockholmDayAt } from '../../domain/law/stockholm-day';
import { NIGHTLY_TASK_QUEUE } from '../messages';

const { daysToCount, countDay, mergeCounts } = proxyActivities<NightlyActivities>({
  taskQueue: NIGHTLY_TASK_QUEUE,
  startToCloseTimeout: '1h',
  // A night that cannot be carried through gives way to the next one, which makes it good.
  scheduleToCloseTimeout: '20h',
  retry: { initialInterval: '5s', backoffCoefficient: 2, maximumInterval: '15m' },
});

/**
 * What is done once a night, for all cases together: every day since the last night is counted as it was when it ended,
 * and the changes of the counts are summed up. Each part may be done again without harm.
 */
export async function nightly(): Promise<void> {
  const today = stockholmDayAt(Date.now());
  for (const day of await daysToCount(today)) await countDay(day, today);
  await mergeCounts(today);
}
