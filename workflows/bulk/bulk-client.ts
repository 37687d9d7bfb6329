import type { Client } from '@temporalio/client';
import type { MessageId } from '../../domain/model/ids';
import type { bulkAction } from './bulk-action';

/** Workflow type of an action on many cases; every one that runs is one execution of it. */
export const BULK_ACTION = 'bulkAction';

/** Task queue of actions on many cases and their activities, so that they delay no case. */
export const BULK_TASK_QUEUE = 'bulk';

/** The only maker of these workflow ids. */
export function bulkWorkflowId(bulkId: MessageId): string {
  return `bulk-${bulkId}`;
}

/** Input of the workflow: the action, and how far a former run has come; everything else is in the register. */
export type BulkActionInput = { readonly bulkId: MessageId; readonly after?: number; readonly wait?: number };

/** Starts the workflow of an action, unless it runs already. */
export async function startBulkAction(client: Client, bulkId: MessageId): Promise<void> {
  await client.workflow.start<typeof bulkAction>(BULK_ACTION, {
    workflowId: bulkWorkflowId(bulkId),
    taskQueue: BULK_TASK_QUEUE,
    args: [{ bulkId }],
    workflowIdConflictPolicy: 'USE_EXISTING',
  });
}
