import type { Client, Connection } from '@temporalio/client';
import { SystemAgency } from '../../domain/model/agency';
import { SEARCH_ATTRIBUTES } from '../../workflows/search-attributes';
import { BULK_TASK_QUEUE } from '../../workflows/bulk/messages';
import { agencyTaskQueue, CASE_TASK_QUEUE, NIGHTLY_TASK_QUEUE } from '../../workflows/messages';

/** The server's own numbers of what a task queue holds. */
const WORKFLOW_TASKS = 1;
const ACTIVITY_TASKS = 2;

/** Whether somebody works at a task queue. */
export type TaskQueueLook = {
  readonly taskQueue: string;
  readonly pollers: number;
  readonly lastPolledAt: string | null;
};

/** What the engine says of itself: server, the workers at each queue, the search attributes that are missing. */
export async function diagnoseEngine(client: Client) {
  const connection = client.connection as Connection;
  const { namespace } = client.options;
  const queues = [
    { taskQueue: CASE_TASK_QUEUE, type: WORKFLOW_TASKS },
    ...SystemAgency.options.map((agency) => ({ taskQueue: agencyTaskQueue(agency), type: ACTIVITY_TASKS })),
    { taskQueue: BULK_TASK_QUEUE, type: ACTIVITY_TASKS },
    { taskQueue: NIGHTLY_TASK_QUEUE, type: ACTIVITY_TASKS },
  ];
  const [{ serverVersion }, { customAttributes }, ...taskQueues] = await Promise.all([
    connection.workflowService.getSystemInfo({}),
    connection.operatorService.listSearchAttributes({ namespace }),
    ...queues.map(({ taskQueue, type }) => lookAtQueue(connection, namespace, taskQueue, type)),
  ]);
  return {
    namespace,
    serverVersion,
    taskQueues,
    missingSearchAttributes: SEARCH_ATTRIBUTES.map(({ name }) => name).filter(
      (name) => !(name in customAttributes),
    ),
  };
}

async function lookAtQueue(
  connection: Connection,
  namespace: string,
  taskQueue: string,
  type: number,
): Promise<TaskQueueLook> {
  const { pollers } = await connection.workflowService.describeTaskQueue({
    namespace,
    taskQueue: { name: taskQueue },
    taskQueueType: type,
  });
  const seconds = (pollers ?? []).map(({ lastAccessTime }) => Number(lastAccessTime?.seconds ?? 0));
  const last = Math.max(0, ...seconds);
  return {
    taskQueue,
    pollers: seconds.length,
    lastPolledAt: last === 0 ? null : new Date(last * 1000).toISOString(),
  };
}
