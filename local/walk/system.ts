import { Connection } from '@temporalio/client';
import { type ApiClient, apiClient, fetchJson } from '../api-client';
import { type CaseClock, caseClock } from '../case-clock';
import type { Running } from '../running';

/** A case as far as a walk reads it: the API's own answer. */
export type WalkedCase = {
  readonly caseId: string;
  readonly workflowId: string;
  readonly state: 'open' | 'closed';
  readonly closedOn?: string;
  readonly milestone: string | null;
  readonly milestones: readonly { readonly kind: string; readonly on: string; readonly result?: string }[];
  readonly mainResponsibility: string;
  readonly kommun: string | null;
  /** The case's own time when it was last assessed. */
  readonly caseTime: string;
  readonly nextWakeAt: string | null;
  readonly steps: readonly WalkedStep[];
};
export type WalkedStep = {
  readonly stepId: string;
  readonly agency: string;
  readonly law: string;
  readonly status: {
    readonly kind: string;
    readonly outcome?: string;
    readonly on?: string;
    readonly why?: string;
    readonly waitingFor?: string;
  };
  readonly dues: readonly {
    readonly date: string;
    readonly kind: string;
    readonly law: string;
    readonly whose: string;
    readonly movedBy?: string;
  }[];
};

/** The running system, as its users reach it: the API with tokens, the agencies' control planes, the engine's clock. */
export type System = ApiClient & {
  readonly control: <T>(agency: string, path: string, body?: unknown) => Promise<T>;
  readonly agencies: readonly string[];
  readonly clockOf: (workflowId: string) => CaseClock;
  /** Whether nothing is on its way in a workflow: no task, no activity. */
  readonly isQuiet: (workflowId: string) => Promise<boolean>;
  readonly close: () => Promise<void>;
};

/** A walk cannot go on; the message says what and where. */
export class WalkFailed extends Error {
  override readonly name = 'WalkFailed';
}

/** Connects to the system that `running` describes. */
export async function connectSystem(running: Running): Promise<System> {
  const connection = await Connection.connect({ address: running.temporal.address });
  const { namespace } = running.temporal;

  return {
    ...apiClient(running),
    agencies: Object.keys(running.agencies),
    control: (agency, path, body) =>
      fetchJson(`${running.agencies[agency]}/control${path}`, {
        ...(body === undefined ? {} : { method: 'POST', body: JSON.stringify(body) }),
        headers: { 'content-type': 'application/json' },
      }),
    clockOf: (workflowId) => caseClock(connection, namespace, workflowId),
    async isQuiet(workflowId) {
      const description = await connection.workflowService.describeWorkflowExecution({
        namespace,
        execution: { workflowId },
      });
      return !description.pendingWorkflowTask && (description.pendingActivities ?? []).length === 0;
    },
    close: () => connection.close(),
  };
}
