import { z } from 'zod';
import { MessageId } from '../../../domain/model/ids';
import type { Register } from '../../../register/database';
import {
  findProposal,
  mayKnow,
  type Proposal,
  type ProposalReader,
  proposedItems,
} from '../../../register/proposals/proposal';
import { proposalTag } from '../../answers/proposal';
import type { Caller } from '../../auth/caller';
import { notFound, Problem } from '../../problem';
import { requireTag } from '../revision';

/** The address of a proposal. */
export const ProposalParams = z.strictObject({ proposalId: MessageId });

/** What a caller may know of: of the own agency and area; a manager of the area; a coordinator what they proposed. */
export function proposalReader({ subject, area, agency, role }: Caller): ProposalReader {
  return { subject, area, ...(role !== 'manager' && { agency: agency ?? null }) };
}

/** The proposal. Throws 404 where there is none that the caller may know of. */
export async function knownProposal(db: Register, id: MessageId, caller: Caller): Promise<Proposal> {
  const proposal = await findProposal(db, id);
  if (!proposal || !mayKnow(proposalReader(caller), proposal)) throw notFound('proposal');
  return proposal;
}

/** Throws 412 when an `If-Match` header asks for another version of the proposal, and of its case, than the present one. */
export async function requireProposalTag(
  trx: Register,
  proposal: Proposal,
  ifMatch: string | undefined,
): Promise<void> {
  const own = proposalTag(proposal, await proposedItems(trx, proposal.id));
  await requireTag(trx, proposal.caseId, ifMatch, own);
}

/** Throws 409 unless the proposal still waits for its decision. */
export function requireStanding({ id, state, decidedBy }: Proposal): void {
  if (state === 'proposed') return;
  const by = decidedBy === null ? '' : ` by ${decidedBy}`;
  throw new Problem('proposal-decided', `The proposal is decided${by}: ${state}.`, { proposalId: id });
}
