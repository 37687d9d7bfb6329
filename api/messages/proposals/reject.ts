import type { MessageId } from '../../../domain/model/ids';
import type { Register } from '../../../register/database';
import { rejectProposal } from '../../../register/proposals/decide';
import type { Proposal } from '../../../register/proposals/proposal';
import type { StoredResponse } from '../../../register/schema';
import { ProposalAnswer, proposalAnswer } from '../../answers/proposal';
import type { Caller } from '../../auth/caller';
import { Problem } from '../../problem';
import { presentTag } from '../revision';
import { knownProposal, requireProposalTag, requireStanding } from './known';

/** A no to a proposal; by whoever made it, that they take it back. */
export type Rejection = {
  readonly messageId: MessageId;
  readonly caller: Caller;
  readonly proposal: Proposal;
  readonly reason: string;
  readonly ifMatch: string | undefined;
};

/** Rejects a proposal that stands. The caller holds the case's row. Throws 403, 409 (`proposal-decided`), 412. */
export async function reject(trx: Register, rejection: Rejection): Promise<StoredResponse> {
  const { messageId, caller, proposal, reason, ifMatch } = rejection;
  requireDecider(caller, proposal);
  const present = await knownProposal(trx, proposal.id, caller);
  requireStanding(present);
  await requireProposalTag(trx, present, ifMatch);
  const decision = { proposal: present, by: caller.subject, at: new Date(), words: reason, messageId };
  await rejectProposal(trx, decision);
  const rejected = await knownProposal(trx, proposal.id, caller);
  const headers = { ETag: await presentTag(trx, proposal.caseId) };
  return { status: 200, headers, body: ProposalAnswer.parse(proposalAnswer(rejected)) };
}

function requireDecider({ subject, agency }: Caller, proposal: Proposal): void {
  if (subject === proposal.proposedBy || agency === proposal.agency) return;
  throw new Problem('not-allowed', `The proposal is decided by caseworkers of ${proposal.agency}.`);
}
