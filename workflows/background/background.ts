import { proxyActivities } from '@temporalio/workflow';
import type { BackgroundActivities } from '../../activities/background';
import { BACKGROUND_TASK_QUEUE, type BackgroundInput } from '../messages';

/** How soon another worker takes over from a dead one, in milliseconds. */
const TAKEN_OVER_AFTER = 10_000;

/**
 * The background work of an installation: one activity that runs as long as its worker does, and then on another worker.
 * While it runs there are no events, and failing over adds none, so this history does not grow.
 */
export async function background({
  heartbeatTimeout = TAKEN_OVER_AFTER,
}: BackgroundInput = {}): Promise<void> {
  const { runBackgroundWork } = proxyActivities<BackgroundActivities>({
    taskQueue: BACKGROUND_TASK_QUEUE,
    // A dead worker is found by its heartbeats; no worker runs for so long.
    startToCloseTimeout: '365 days',
    heartbeatTimeout,
    retry: { initialInterval: '1s', backoffCoefficient: 1 },
  });
  await runBackgroundWork();
}
