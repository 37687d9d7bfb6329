import { z } from 'zod';
import { CaseId, MessageId, StepId } from '../../domain/model/ids';
import { Instant } from '../../domain/model/plain-date';
import type { Register } from '../../register/database';
import type { StoredResponse } from '../../register/schema';
import { assignStep, type StepOwner, stepOwner } from '../../register/work/assign';
import { findColleague, mayTake } from '../../register/work/colleagues';
import type { Caller } from '../auth/caller';
import { notFound, Problem } from '../problem';
import { presentTag, requireTag } from './revision';

/** Answer to an assignment. */
export const AssignmentAnswer = z
  .object({
    caseId: CaseId,
    stepId: StepId,
    assignee: z
      .string()
      .nullable()
      .describe('Who has the step now: the substitute, where it was given to somebody who is away'),
    onBehalfOf: z.string().optional().describe('Whoever is away and was given the step'),
    absenceId: MessageId.optional(),
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
  const given = { messageId, caseId, stepId, filing: owner.filing, from: owner.assignee, to: assignee };
  const isNew = owner.assignee !== assignee;
  const { to, standIn } = isNew
    ? await assignStep(trx, { ...given, by: caller.subject, reason, at })
    : { to: assignee };
  const assignedAt = isNew ? at : owner.assignedAt;
  return {
    status: 200,
    headers: { ETag: await presentTag(trx, caseId) },
    body: { caseId, stepId, assignee: to, assignedAt: to && (assignedAt?.toISOString() ?? null), ...standIn },
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

async function requireColleague(trx: Register, subject: string, owner: StepOwner): Promise<void> {
  if (mayTake(await findColleague(trx, subject), owner)) return;
  throw new Problem(
    'unknown-colleague',
    `No caseworker of ${owner.agency} who may see this case has signed in under that name.`,
  );
}
