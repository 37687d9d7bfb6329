import { randomUUID } from 'node:crypto';
import type { Connection } from '@temporalio/client';

const POLL_TIMED_OUT = 1;
const COMPLETED = 2;
/** Status of an execution that has returned. */
const WORKFLOW_COMPLETED = 2;
/** Each timer and each retry on the way is one skip; the server's default of 200 is used up by a month of retries. */
const MOST_SKIPS = 100_000;
const SECOND = 1_000;

/** The clock of one case on a server with time skipping: virtual time, which only goes forward. */
export type CaseClock = {
  /** The case's present time. */
  readonly now: () => Promise<Date>;
  /**
   * Skips the case's time forward to a moment, or to the end of the case when that is earlier; timers fire and retries
   * happen on the way.
   */
  readonly bringTo: (moment: Date) => Promise<void>;
};

/** The clock of the workflow with this id. */
export function caseClock(connection: Connection, namespace: string, workflowId: string): CaseClock {
  const workflowExecution = { workflowId };
  const { workflowService } = connection;

  const describe = () =>
    workflowService.describeWorkflowExecution({ namespace, execution: workflowExecution });

  async function now(): Promise<Date> {
    const current = (await describe()).workflowExtendedInfo?.timeSkippingInfo?.currentTime;
    return current ? new Date(Number(current.seconds) * SECOND + (current.nanos ?? 0) / 1e6) : new Date();
  }

  async function bringTo(moment: Date): Promise<void> {
    try {
      await skipTo(moment);
    } catch (stopped) {
      if ((await describe()).workflowExecutionInfo?.status !== WORKFLOW_COMPLETED) throw stopped;
    }
  }

  async function skipTo(moment: Date): Promise<void> {
    const milliseconds = moment.getTime() - (await now()).getTime();
    if (milliseconds <= 0) return;
    const id = randomUUID();
    const duration = {
      seconds: Math.floor(milliseconds / SECOND),
      nanos: (milliseconds % SECOND) * 1e6,
    } as never;
    await workflowService.updateWorkflowExecutionOptions({
      namespace,
      workflowExecution,
      updateMask: { paths: ['time_skipping_config'] },
      workflowExecutionOptions: {
        timeSkippingConfig: {
          enabled: true,
          maxSessionSkipCount: MOST_SKIPS,
          fastForwardConfig: { id, duration },
        },
      },
    });
    await untilArrived(workflowService, { namespace, workflowExecution, fastForwardId: id });
  }

  return { now, bringTo };
}

type Arrival = {
  readonly namespace: string;
  readonly workflowExecution: { readonly workflowId: string };
  readonly fastForwardId: string;
};

async function untilArrived(service: Connection['workflowService'], arrival: Arrival): Promise<void> {
  for (;;) {
    const answer = await service.pollWorkflowExecutionTimeSkipping(arrival);
    if (answer.fastForwardPollingResult === COMPLETED) return;
    if (answer.fastForwardPollingResult !== POLL_TIMED_OUT) {
      throw new Error(`the case's clock stopped: ${answer.failedReason}`);
    }
  }
}
