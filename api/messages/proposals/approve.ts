import type { CaseId } from '../../../domain/model/ids';
import { lockCase } from '../../../register/assessment/projection';
import type { Register } from '../../../register/database';
import type { AnswerItem } from '../../../register/message-body';
import { bodyHash, derivedMessageId } from '../../../register/message-id';
import { findMessage, keepResponse, storeMessage } from '../../../register/messages/store';
import { beginApproval, overtakeProposal } from '../../../register/proposals/decide';
import type { Proposal } from '../../../register/proposals/proposal';
import type { StoredResponse } from '../../../register/schema';
import type { CaseAnswer } from '../../answers/case';
import type { Caller } from '../../auth/caller';
import { type Answer, type MessageIdentity, storedAnswer } from '../../endpoint';
import { keyReused, notFound, Problem } from '../../problem';
import { problemResponse, sendMessage } from '../send-message';
import type { Services } from '../../services';
import { itemMessage } from '../completion-schema';
import { refuseHeldNumbers } from '../held-numbers';
import { knownProposal, requireProposalTag, requireStanding } from './known';
import { proposedAnswers, refusedAhead } from './refused-ahead';

/** A second person's yes. */
export type ApprovalRequest = {
  readonly caller: Caller;
  readonly path: string;
  readonly message: MessageIdentity;
  readonly ifMatch: string | undefined;
  readonly proposal: Proposal;
  readonly note?: string;
};

/**
 * Sends the proposed completion to its case, as a person's message about the very filings proposed on. Of two approvals at
 * once the first counts. Throws 403 to whoever proposed, 409 where it is decided; what the case would refuse is answered
 * so, and the proposal is overtaken.
 */
export async function approve(request: ApprovalRequest, services: Services): Promise<Answer<CaseAnswer>> {
  const { caller, path, message, proposal } = request;
  requireOther(request);
  const refused = message.earlier ? undefined : await begin(request, services);
  if (refused) return storedAnswer(refused);
  const earlier = await findMessage(services.register, completionId(request));
  if (!earlier?.message) throw new TypeError(`approval ${message.id} has sent nothing`);
  const { caseId } = proposal;
  const answer = await sendMessage(
    {
      caller,
      path,
      message: { id: earlier.id, bodyHash: earlier.bodyHash, earlier },
      caseId,
      ifMatch: undefined,
      kind: 'completion',
      items: earlier.message.items,
      body: undefined,
    },
    services,
  );
  if (answer.stored) await keepResponse(services.register, message.id, answer.stored);
  return answer;
}

function requireOther({ caller, proposal: { proposedBy, agency } }: ApprovalRequest): void {
  if (caller.agency !== agency) throw notFound('proposal');
  if (caller.subject !== proposedBy) return;
  const detail = `Whoever proposes may not approve: another caseworker of ${agency} decides.`;
  throw new Problem('not-allowed', detail, { rule: 'fourEyes' });
}

/** The completion has its id from the proposal and the approval that sends it. */
function completionId({ proposal: { id, caseId }, message }: ApprovalRequest) {
  return derivedMessageId(id, caseId, `approval/${message.id}`);
}

/** Stores the approval and the completion that it sends; returns the refusal where the case would not take it. */
async function begin(request: ApprovalRequest, services: Services): Promise<StoredResponse | undefined> {
  const { caller, message, ifMatch, proposal, note } = request;
  const { caseId } = proposal;
  return services.register.transaction().execute(async (trx) => {
    const { id, bodyHash: hash } = message;
    const row = {
      id,
      caseId,
      bodyHash: hash,
      caller: caller.subject,
      body: { proposalId: proposal.id, note },
    };
    const isNew = await storeMessage(trx, {
      ...row,
      kind: 'proposalApproval',
      via: 'register',
      message: null,
    });
    if (!isNew) return sameRequest(trx, message);
    await lockCase(trx, caseId);
    const present = await knownProposal(trx, proposal.id, caller);
    requireStanding(present);
    await requireProposalTag(trx, present, ifMatch);
    const answers = await proposedAnswers(trx, present);
    const problem = await whyNotNow(trx, caseId, answers);
    if (!problem) return storeCompletion(trx, request, present, answers);
    await overtakeProposal(trx, present, caller.subject);
    const response = problemResponse(problem, request.path);
    await keepResponse(trx, id, response);
    return response;
  });
}

async function sameRequest(trx: Register, message: MessageIdentity): Promise<StoredResponse | undefined> {
  const first = await findMessage(trx, message.id);
  if (first?.bodyHash !== message.bodyHash) throw keyReused();
  return first.response ?? undefined;
}

async function whyNotNow(
  trx: Register,
  caseId: CaseId,
  answers: readonly AnswerItem[],
): Promise<Problem | undefined> {
  const problem = await refusedAhead(trx, caseId, answers);
  if (problem) return problem;
  return refuseHeldNumbers(trx, caseId, answers).then(
    () => undefined,
    (refusal: unknown) => {
      if (refusal instanceof Problem) return refusal;
      throw refusal;
    },
  );
}

/** The answers name their filings: a step that is started over at this very moment takes none meant for the former one. */
async function storeCompletion(
  trx: Register,
  request: ApprovalRequest,
  proposal: Proposal,
  answers: readonly AnswerItem[],
): Promise<undefined> {
  const { caller, note } = request;
  const { id: proposalId, caseId, proposedBy } = proposal;
  const id = completionId(request);
  const items = answers.map(itemMessage);
  const body = { items: answers, proposal: { proposalId, proposedBy, approvedBy: caller.subject } };
  const row = { id, caseId, kind: 'completion' as const, via: 'update' as const, caller: caller.subject };
  const message = { kind: row.kind, messageId: id, items };
  await storeMessage(trx, { ...row, bodyHash: bodyHash(body), body, message });
  const decision = { proposal, by: caller.subject, at: new Date(), words: note ?? null, messageId: id };
  await beginApproval(trx, decision);
}
