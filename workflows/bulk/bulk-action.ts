import { continueAsNew, proxyActivities, sleep, workflowInfo } from '@temporalio/workflow';
import type { BulkActivities } from '../../activities/bulk/act-on-batch';
import type { BulkActionInput } from './messages';

const { actOnBatch } = proxyActivities<BulkActivities>({
  startToCloseTimeout: '10m',
  heartbeatTimeout: '10s',
  retry: { initialInterval: '1s', backoffCoefficient: 2, maximumInterval: '1m' },
});

const BEFORE_THE_FIRST = -1;
const FIRST_WAIT = 5_000;
const LONGEST_WAIT = 300_000;

/**
 * An action on many cases, batch by batch until every case is settled; those that have not answered are retried at growing
 * intervals. What was done is in the register and not here.
 */
export async function bulkAction({
  bulkId,
  after = BEFORE_THE_FIRST,
  wait = FIRST_WAIT,
}: BulkActionInput): Promise<void> {
  for (;;) {
    const batch = await actOnBatch({ bulkId, after });
    switch (batch.kind) {
      case 'over':
        return;
      case 'more':
        after = batch.after;
        break;
      case 'waiting':
        await sleep(wait, { summary: 'cases that have not answered' });
        after = BEFORE_THE_FIRST;
        wait = Math.min(wait * 2, LONGEST_WAIT);
    }
    if (workflowInfo().continueAsNewSuggested)
      await continueAsNew<typeof bulkAction>({ bulkId, after, wait });
  }
}
