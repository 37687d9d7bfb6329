import { stockholmDayAt } from '../../domain/law/stockholm-day';
import type { AgencyId } from '../../domain/model/agency';
import type { CaseId, KommunCode, MessageId, StepId } from '../../domain/model/ids';
import type { StepStatus } from '../../domain/model/plan';
import type { Register } from '../database';
import { closeStandIn, openStandIn, type Receiver, receiverOf, type StandIn } from '../absences/stand-in';
import { appendLedger } from '../ledger';
import { rewriteStuckSpans } from '../stuck/spans';
import { addToInbox } from './inbox';
import { touchCase } from './own-change';

/** A step's assignee and place, read under the case's lock before an assignment. */
export type StepOwner = {
  readonly agency: AgencyId;
  readonly kommun: KommunCode | null;
  readonly status: StepStatus;
  readonly filing: number;
  readonly assignee: string | null;
  readonly assignedAt: Date | null;
};

/** Returns a step's assignee and place; undefined when the case has no such step. */
export async function stepOwner(
  trx: Register,
  caseId: CaseId,
  stepId: StepId,
): Promise<StepOwner | undefined> {
  return trx
    .selectFrom('case_steps')
    .select(['agency', 'kommun', 'status', 'filing', 'assignee', 'assigned_at as assignedAt'])
    .where('case_id', '=', caseId)
    .where('step_id', '=', stepId)
    .executeTakeFirst();
}

/** An assignment of a step, or its release when `to` is null. `at` is wall time. */
export type Assignment = {
  /** The requesting message; absent when it follows from the case's plan. */
  readonly messageId?: MessageId;
  readonly caseId: CaseId;
  readonly stepId: StepId;
  readonly filing: number;
  readonly from: string | null;
  readonly to: string | null;
  readonly by: string;
  readonly reason?: string;
  /** The action on many cases that it is part of. */
  readonly bulkAction?: MessageId;
  readonly at: Date;
  /** Makes the assignment unique when the message id does not. */
  readonly eventKey?: string;
  /** Set when an absence assigns the step; otherwise it is looked up whether `to` is absent. */
  readonly standIn?: StandIn;
  /** The ended absence that returns the step. */
  readonly returnedFrom?: MessageId;
};

/**
 * Assigns a step: writes the step's row, the ledger, and the inboxes of the former and the new assignee, except the
 * one who did it. During an absence of `to` the substitute gets it. The caller holds the case's row. Returns who has
 * the step.
 */
export async function assignStep(
  trx: Register,
  assignment: Assignment,
): Promise<{ readonly to: string | null; readonly standIn?: StandIn }> {
  const { caseId, stepId, at } = assignment;
  const receiver = await receives(trx, assignment);
  const { to } = receiver;
  await trx
    .updateTable('case_steps')
    .set({
      assignee: to,
      assigned_at: to === null ? null : at,
      ...(to === null ? { released_on: stockholmDayAt(at.getTime()) } : {}),
    })
    .where('case_id', '=', caseId)
    .where('step_id', '=', stepId)
    .execute();
  await closeStandIn(trx, assignment, at);
  if (receiver.standIn) await openStandIn(trx, receiver.standIn.absenceId, assignment, at);
  await recordAssignment(trx, { ...assignment, ...receiver });
  await rewriteStuckSpans(trx, caseId);
  await touchCase(trx, caseId);
  return receiver;
}

async function receives(
  trx: Register,
  { caseId, stepId, to, at, standIn, returnedFrom }: Assignment,
): Promise<Receiver | { readonly to: null; readonly standIn?: undefined }> {
  if (to === null) return { to };
  if (standIn) return { to, standIn };
  const place = returnedFrom ? undefined : await stepOwner(trx, caseId, stepId);
  return place ? receiverOf(trx, to, place, at) : { to };
}

function whyOf({ reason, bulkAction }: Assignment): Pick<Assignment, 'reason' | 'bulkAction'> {
  return { ...(reason ? { reason } : {}), ...(bulkAction ? { bulkAction } : {}) };
}

/** Writes the ledger and both inboxes, also naming the absent colleague. */
async function recordAssignment(trx: Register, assignment: Assignment): Promise<void> {
  const { messageId, caseId, stepId, filing, from, to, by, standIn, returnedFrom } = assignment;
  const eventKey = assignment.eventKey ?? `${messageId}/${caseId}/${stepId}`;
  const asked = messageId ? { messageId } : {};
  const absence = returnedFrom ? { absenceId: returnedFrom } : (standIn ?? {});
  const content = { stepId, filing, from, to, ...whyOf(assignment), ...absence };
  await appendLedger(trx, caseId, [{ eventKey, ...asked, kind: 'assignment', actor: by, content }]);
  if (from === to) return;
  const told = [
    { recipient: from, kind: 'unassigned' as const },
    { recipient: to, kind: 'assigned' as const },
  ];
  await addToInbox(
    trx,
    told.flatMap(({ recipient, kind }) =>
      recipient === null || recipient === by
        ? []
        : [{ recipient, kind, eventKey, caseId, stepId, content: { from, to, by, ...absence } }],
    ),
  );
}
