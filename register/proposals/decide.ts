import type { CaseId, MessageId } from '../../domain/model/ids';
import type { Register } from '../database';
import { appendLedger } from '../ledger';
import { addToInbox } from '../work/inbox';
import { touchCase } from '../work/own-change';
import { findProposal, type Proposal } from './proposal';

/** A decision on a proposal. `messageId`: of an approval the completion that it sends, of a rejection its own. */
export type Decision = {
  readonly proposal: Proposal;
  readonly by: string;
  readonly at: Date;
  readonly words: string | null;
  readonly messageId: MessageId;
};

/** Records an approval: the completion is sent to the case. The caller holds the case's row. */
export async function beginApproval(trx: Register, decision: Decision): Promise<void> {
  const { proposal, by, at, words, messageId } = decision;
  await trx
    .updateTable('proposals')
    .set({ state: 'approving', decided_by: by, decided_at: at, words, message_id: messageId })
    .where('id', '=', proposal.id)
    .execute();
  await touchCase(trx, proposal.caseId);
}

/**
 * Rejects a proposal: the ledger names both persons, and the proposer is notified unless they withdrew it themselves.
 */
export async function rejectProposal(trx: Register, decision: Decision): Promise<void> {
  const { proposal, by, at, words, messageId } = decision;
  await trx
    .updateTable('proposals')
    .set({ state: 'rejected', decided_by: by, decided_at: at, words })
    .where('id', '=', proposal.id)
    .execute();
  const { id: proposalId, caseId, proposedBy } = proposal;
  const content = { proposalId, proposedBy, rejectedBy: by, reason: words };
  await appendLedger(trx, caseId, [
    { eventKey: messageId, messageId, kind: 'proposalRejected', actor: by, content },
  ]);
  await notifyProposer(trx, proposal, { state: 'rejected', by });
  await touchCase(trx, caseId);
}

/** Closes a proposal that no longer fits its case. The caller holds the case's row. */
export async function overtakeProposal(trx: Register, proposal: Proposal, by: string | null): Promise<void> {
  await trx
    .updateTable('proposals')
    .set({ state: 'overtaken', decided_by: by, decided_at: new Date() })
    .where('id', '=', proposal.id)
    .execute();
  const { id, caseId, proposedBy } = proposal;
  const content = { proposalId: id, proposedBy, ...(by && { approvedBy: by }) };
  const eventKey = `${id}/overtaken`;
  await appendLedger(trx, caseId, [
    { eventKey, messageId: id, kind: 'proposalOvertaken', actor: by ?? 'case', content },
  ]);
  await notifyProposer(trx, proposal, { state: 'overtaken', by });
  await touchCase(trx, caseId);
}

/** Notifies the proposer of the result, unless it is their own. */
async function notifyProposer(
  trx: Register,
  { id, caseId, proposedBy, steps }: DecidedProposal,
  { state, by }: { readonly state: string; readonly by: string | null },
): Promise<void> {
  if (by === proposedBy) return;
  const [first] = steps;
  await addToInbox(trx, [
    {
      recipient: proposedBy,
      kind: 'proposalDecided',
      eventKey: `${id}/${state}`,
      caseId,
      ...(first && { stepId: first.stepId }),
      content: { proposalId: id, state, by },
    },
  ]);
}

type DecidedProposal = Pick<Proposal, 'id' | 'proposedBy' | 'steps'> & { readonly caseId: CaseId };

/** Marks a proposal as approved when its case accepts the completion, in the transaction that records it. */
export async function noteApproved(trx: Register, completion: MessageId): Promise<void> {
  const proposal = await proposalOf(trx, completion);
  if (!proposal) return;
  await trx.updateTable('proposals').set({ state: 'approved' }).where('id', '=', proposal.id).execute();
  await notifyProposer(trx, proposal, { state: 'approved', by: proposal.decidedBy });
}

/** Closes a proposal when its case, which had changed, refuses the completion. */
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
