import { z } from 'zod';
import { CaseId, type MessageId, StepId } from '../../domain/model/ids';
import { Instant } from '../../domain/model/plain-date';
import type { Register } from '../../register/database';
import type { StoredResponse } from '../../register/schema';
import { assignStep, type StepOwner, stepOwner } from '../../register/work/assign';
import { findColleague, worksIn } from '../../register/work/colleagues';
import type { Caller } from '../auth/caller';
import { notFound, Problem } from '../problem';
import { presentTag, requireTag } from './revision';

/** Answer to an assignment. */
export const AssignmentAnswer = z
  .object({
    caseId: CaseId,
    stepId: StepId,
    assignee: z.string().nullable(),
    assignedAt: Instant.nullable(),
  })
  .meta({ id: 'Assignment' });

/** Who is to have a step, and who says so. */
export type AssignRequest = {
  readonly messageId: MessageId;
  readonly caller: Caller;
  readonly caseId: CaseId;
  readonly stepId: StepId;
  readonly assignee: string | null;
  readonly reason?: string;
  readonly ifMatch?: string;
};

/**
 * Gives a step to a colleague, or to nobody. The caller holds the case's row, so of two at once the second sees the
 * first. Throws 404, 409 (`already-assigned`, `not-open`), 412 and 422 (`unknown-colleague`).
 */
export async function assign(trx: Register, request: AssignRequest): Promise<StoredResponse> {
  const { messageId, caller, caseId, stepId, assignee, reason, ifMatch } = request;
  await requireTag(trx, caseId, ifMatch);
  const owner = await stepOwner(trx, caseId, stepId);
  if (!owner || owner.status.kind === 'notApplicable') throw notFound('step');
  requireOpen(stepId, owner);
  requireFree(request, owner);
  if (assignee !== null) await requireColleague(trx, assignee, owner);
  const at = new Date();
  if (owner.assignee !== assignee) {
    const from = owner.assignee;
    const given = { messageId, caseId, stepId, filing: owner.filing, from, to: assignee, by: caller.subject };
    await assignStep(trx, { ...given, reason, at });
  }
  const assignedAt = assignee === null ? null : at.toISOString();
  return {
    status: 200,
    headers: { ETag: await presentTag(trx, caseId) },
    body: { caseId, stepId, assignee, assignedAt },
  };
}

function requireOpen(stepId: StepId, { status }: StepOwner): void {
  if (status.kind === 'open' || status.kind === 'paused') return;
  const detail = `${stepId} is nobody's to do: it is ${status.kind}.`;
  throw new Problem('not-open', detail, { stepId, currentStatus: status });
}

/** What is a colleague's is not taken by mistake: whoever takes it over says why. */
function requireFree({ caller, assignee, reason, stepId }: AssignRequest, owner: StepOwner): void {
  const isAnothers = owner.assignee !== null && owner.assignee !== caller.subject;
  if (!isAnothers || owner.assignee === assignee || reason !== undefined) return;
  const detail = `The step is ${owner.assignee}'s. Send a reason to take it over.`;
  throw new Problem('already-assigned', detail, { stepId, assignee: owner.assignee ?? undefined });
}

async function requireColleague(
  trx: Register,
  subject: string,
  { agency, kommun }: StepOwner,
): Promise<void> {
  const colleague = await findColleague(trx, subject);
  if (colleague?.role === 'caseworker' && colleague.agency === agency && worksIn(colleague, kommun)) return;
  throw new Problem(
    'unknown-colleague',
    `No caseworker of ${agency} who may see this case has signed in under that name.`,
  );
}
