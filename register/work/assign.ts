import { stockholmDayAt } from '../../domain/law/stockholm-day';
import type { AgencyId } from '../../domain/model/agency';
import type { CaseId, KommunCode, MessageId, StepId } from '../../domain/model/ids';
import type { StepStatus } from '../../domain/model/plan';
import type { Register } from '../database';
import { closeStandIn, openStandIn, type Receiver, receiverOf, type StandIn } from '../absences/stand-in';
import { appendLedger } from '../ledger';
import { rewriteStuckSpans } from '../stuck/spans';
import { tell } from './inbox';
import { touchCase } from './own-change';

/** Whose a step is, and where it stands; read under the case's lock before it is given to somebody. */
export type StepOwner = {
  readonly agency: AgencyId;
  readonly kommun: KommunCode | null;
  readonly status: StepStatus;
  readonly filing: number;
  readonly assignee: string | null;
  readonly assignedAt: Date | null;
};

/** Whose a step is now; `undefined` when the case has no such step. */
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

/** A step given to somebody, or let go of where `to` is null. `at` is wall time. */
export type Assignment = {
  /** The message that asks for it; none where it follows from the case's plan. */
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
  /** Where no message or one for several steps asks for it, or one again and again: what makes this one happen once. */
  readonly eventKey?: string;
  /** Set where an absence gives the step; else it is found out whether `to` is away. */
  readonly standIn?: StandIn;
  /** The absence that is over and gives the step back. */
  readonly returnedFrom?: MessageId;
};

/**
 * Gives a step to somebody: the step's row, the ledger, and the inbox of both the former and the new one, but for
 * whoever did it. While `to` is away the substitute gets it instead. The caller holds the case's row. Gives who has it.
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
  await tellOfAssignment(trx, { ...assignment, ...receiver });
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

/** The ledger and both inboxes. Whoever is stood in for is named besides. */
async function tellOfAssignment(trx: Register, assignment: Assignment): Promise<void> {
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
  await tell(
    trx,
    told.flatMap(({ recipient, kind }) =>
      recipient === null || recipient === by
        ? []
        : [{ recipient, kind, eventKey, caseId, stepId, content: { from, to, by, ...absence } }],
    ),
  );
}
