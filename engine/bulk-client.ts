import type { Client } from '@temporalio/client';
import type { MessageId } from '../domain/model/ids';
import type { bulkAction } from '../workflows/bulk/bulk-action';
import { BULK_ACTION, BULK_TASK_QUEUE, bulkWorkflowId } from '../workflows/bulk/messages';

/** Starts the workflow of an action that the register says is started, or leaves the one that runs. */
export async function startBulkAction(client: Client, bulkId: MessageId): Promise<void> {
  await client.workflow.start<typeof bulkAction>(BULK_ACTION, {
    workflowId: bulkWorkflowId(bulkId),
    taskQueue: BULK_TASK_QUEUE,
    args: [{ bulkId }],
    workflowIdConflictPolicy: 'USE_EXISTING',
  });
}
