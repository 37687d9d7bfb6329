import type { MessageId } from '../../../domain/model/ids';
import type { Register } from '../../database';
import { bodyHash } from '../../message-id';
import { storeMessage } from '../../messages/store';
import { assignStep, stepOwner } from '../../work/assign';
import { mayTake, findColleague } from '../../work/colleagues';
import type { BulkRow } from '../actions';
import { type ItemToAct, noteBegun, type Settled } from './running';

/** Gives the steps of one case to somebody: the register's own change, in the caller's transaction, which holds the case. */
export async function reassignItem(
  trx: Register,
  bulk: BulkRow,
  messageId: MessageId,
  { position, caseId, changes }: ItemToAct,
): Promise<Settled> {
  const { id: bulkAction, action, reason, previewedBy: caller } = bulk;
  if (action.kind !== 'reassign') throw new TypeError(`${action.kind} assigns nothing`);
  const { assignee } = action;
  const colleague = assignee === null ? undefined : await findColleague(trx, assignee);
  const owners = await Promise.all(changes.map(({ stepId }) => stepOwner(trx, caseId, stepId)));
  if (assignee !== null && !owners.every((owner) => owner && mayTake(colleague, owner)))
    return { state: 'refused', reason: 'unknownColleague' };
  const body = { steps: changes.map(({ stepId }) => stepId), assignee, reason, bulkAction };
  const row = { id: messageId, caseId, kind: 'assignment' as const, via: 'register' as const, caller, body };
  await storeMessage(trx, { ...row, bodyHash: bodyHash(body), message: null });
  await noteBegun(trx, bulkAction, position, messageId);
  for (const { stepId, filing, from = null } of changes) {
    const given = { messageId, caseId, stepId, filing, from, to: assignee, by: caller };
    await assignStep(trx, { ...given, reason, bulkAction, at: new Date() });
  }
  return { state: 'done' };
}
