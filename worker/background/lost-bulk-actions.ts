import type { Client } from '@temporalio/client';
import { bulkActionsUnderWay } from '../../register/bulk/actions';
import type { Register } from '../../register/database';
import { startBulkAction } from '../../engine/bulk-client';

/**
 * Starts the workflow of every action on many cases that the register says has started and that has no running workflow:
 * the engine was away when the action started, or has lost its workflow since. What has been done stays done.
 */
export async function startLostBulkActions(
  register: Register,
  client: Client,
  signal: AbortSignal,
): Promise<void> {
  const bulkIds = await bulkActionsUnderWay(register);
  await client.withAbortSignal(signal, async () => {
    for (const bulkId of bulkIds) await startBulkAction(client, bulkId);
  });
}
