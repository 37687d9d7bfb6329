import {
  ActivityFailure,
  ApplicationFailure,
  defineQuery,
  defineSignal,
  defineUpdate,
} from '@temporalio/workflow';
import type { SystemAgency } from '../domain/model/agency';
import type { CaseId, MessageId } from '../domain/model/ids';
import type { CaseMessage, MessageRefusal } from '../domain/model/message';
import type { CaseState } from '../domain/model/case-state';

/** Workflow type; every open case is one execution of it. */
export const ETABLERING = 'etablering';

/** Task queue of the cases. Each agency's activities have a queue of their own, named after the agency. */
export const CASE_TASK_QUEUE = 'etablering';

/** Task queue of one agency's activities: an outage of one agency delays only its own. */
export function agencyTaskQueue(agency: SystemAgency): string {
  return `agency-${agency}`;
}

/** Workflow type, and id of the schedule, of the nightly work; ids of its runs begin with it. */
export const NIGHTLY = 'nightly';

/** Task queue of the nightly activities: they take long and delay no case. */
export const NIGHTLY_TASK_QUEUE = 'nightly';

/** Workflow type, and only workflow id, of the background work of an installation. */
export const BACKGROUND = 'background';

/** Task queue of the background work's activity: a worker takes one, and keeps it as long as it runs. */
export const BACKGROUND_TASK_QUEUE = 'background';

/** Input of the background work; tests set how soon another worker takes over from a dead one, in milliseconds. */
export type BackgroundInput = { readonly heartbeatTimeout?: number };

/** What the workflow id of every case begins with; its case id follows. */
export const CASE_WORKFLOW_PREFIX = 'case-';

/** The only maker of the ids of cases' workflows. */
export function caseWorkflowId(caseId: CaseId): string {
  return `${CASE_WORKFLOW_PREFIX}${caseId}`;
}

/** Input of the workflow. Without `state` the case is new; with it the run continues from there. */
export type EtableringInput = { readonly caseId: CaseId; readonly state?: CaseState };

/** Answer to an Update: the revision it made, and whether the register already shows it (`false` becomes 202). */
export type Recorded = { readonly revision: number; readonly projected: boolean };

/** A person's message to the case. The Update's id is the message id; a refusal leaves no trace in history. */
export const recordMessage = defineUpdate<Recorded, [CaseMessage]>('recordMessage');

/** A message from an agency's system, a household member's case or the operator. Safe to send twice, and late. */
export const messageReported = defineSignal<[CaseMessage]>('messageReported');

/** Which of these messages a recorded `assess` holds. Adds no event to history. */
export const taken = defineQuery<readonly MessageId[], [readonly MessageId[]]>('taken');

/** The failure type of an agency's refusal for good; the message is the agency's code, never a text about a person. */
export const AGENCY_REFUSED = 'AgencyRefused';

/** The failure type of a refused Update; its only detail is a `RefusalDetail`. */
export const MESSAGE_REFUSED = 'MessageRefused';
export type RefusalDetail = MessageRefusal;

/** Whether a refusal is temporary: the sender tries the same message again soon, under the same id. */
export function isPassing({ code }: RefusalDetail): boolean {
  return code === 'notReady';
}

/**
 * The code of an agency's refusal for good; of an activity that ended for good in any other way (an operator failed it by
 * hand, it timed out after it was cancelled) its type. Throws a failure that is no activity's: a defect of this code.
 */
export function finalCodeOf(failure: unknown): string {
  if (!(failure instanceof ActivityFailure)) throw failure;
  const { cause } = failure;
  if (!(cause instanceof ApplicationFailure)) return cause?.name ?? failure.name;
  return cause.type === AGENCY_REFUSED ? cause.message : (cause.type ?? cause.name);
}
