import type { MessageId } from '../../domain/model/ids';
import type { Register } from '../database';
import { touchCase } from '../work/own-change';
import { overtakeProposal, tellProposer } from './decide';
import { findProposal, type Proposal } from './proposal';

/** The case has taken the completion that an approval sent: in the transaction that enters it. */
export async function noteApproved(trx: Register, completion: MessageId): Promise<void> {
  const proposal = await proposalOf(trx, completion);
  if (!proposal) return;
  await trx.updateTable('proposals').set({ state: 'approved' }).where('id', '=', proposal.id).execute();
  await tellProposer(trx, proposal, { state: 'approved', by: proposal.decidedBy });
}

/**
 * The case has refused the completion that an approval sent. The proposal is overtaken, or stands as before where only
 * the case's version had changed at that very moment (`isStale`): it can be approved again.
 */
export async function noteRefused(trx: Register, completion: MessageId, isStale: boolean): Promise<void> {
  const proposal = await proposalOf(trx, completion);
  if (!proposal) return;
  if (!isStale) return overtakeProposal(trx, proposal, proposal.decidedBy);
  const undecided = { decided_by: null, decided_at: null, words: null, message_id: null };
  await trx
    .updateTable('proposals')
    .set({ state: 'proposed', ...undecided })
    .where('id', '=', proposal.id)
    .execute();
  await touchCase(trx, proposal.caseId);
}

async function proposalOf(trx: Register, completion: MessageId): Promise<Proposal | undefined> {
  const row = await trx
    .selectFrom('proposals')
    .select('id')
    .where('message_id', '=', completion)
    .where('state', 'in', ['approving', 'approved'])
    .executeTakeFirst();
  return row && findProposal(trx, row.id);
}
