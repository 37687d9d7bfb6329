import type { MessageId } from '../../domain/model/ids';

/** Workflow type of an action on many cases; every one that runs is one execution of it. */
export const BULK_ACTION = 'bulkAction';

/** Task queue of actions on many cases and their activities: the cases' own waits for none of them. */
export const BULK_TASK_QUEUE = 'bulk';

/** The only maker of these workflow ids. */
export function bulkWorkflowId(bulkId: MessageId): string {
  return `bulk-${bulkId}`;
}

/** Input of the workflow: the action, and the place up to which a run before this one had acted. */
export type BulkActionInput = { readonly bulkId: MessageId; readonly after?: number; readonly wait?: number };
