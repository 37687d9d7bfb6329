import type { MessageId } from '../../domain/model/ids';
import type { Register } from '../database';
import { overtakeProposal, tellProposer } from './decide';
import { findProposal, type Proposal } from './proposal';

/** The case has taken the completion that an approval sent: in the transaction that enters it. */
export async function noteApproved(trx: Register, completion: MessageId): Promise<void> {
  const proposal = await proposalOf(trx, completion);
  if (!proposal) return;
  await trx.updateTable('proposals').set({ state: 'approved' }).where('id', '=', proposal.id).execute();
  await tellProposer(trx, proposal, { state: 'approved', by: proposal.decidedBy });
}

/** The case has refused the completion that an approval sent: it had changed after all. */
export async function noteRefused(trx: Register, completion: MessageId): Promise<void> {
  const proposal = await proposalOf(trx, completion);
  if (proposal) await overtakeProposal(trx, proposal, proposal.decidedBy);
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
