import type { Transaction } from 'kysely';
import type { MessageId } from '../../domain/model/ids';
import { insertIdentifier, removeIdentifiersOf } from '../identifiers';
import { appendLedger } from '../ledger';
import { derivedMessageId } from '../message-id';
import { type Said, saidOf } from '../reopening/said';
import type { RegisterSchema } from '../schema';
import type { CaseRow } from './projection';
import { replan, takeBackReplan } from './replan';

type Trx = Transaction<RegisterSchema>;

/**
 * A reopening takes back the facts and identifiers that followed from answers to its step. A message may have answered
 * other steps too; what followed from those stands.
 */
export async function takeBack(trx: Trx, said: readonly Said[], reopening: MessageId): Promise<void> {
  for (const { messageId, facts, numbers } of said) {
    if (facts.length > 0) {
      await trx
        .updateTable('facts')
        .set({ withdrawn_by: reopening })
        .where('message_id', '=', messageId)
        .where('kind', 'in', facts)
        .where('withdrawn_by', 'is', null)
        .execute();
    }
    if (numbers.length > 0) await removeIdentifiersOf(trx, [messageId]);
  }
}

/**
 * Undoes everything that a message has done in the register, as if its case had never taken it, and enters that in the
 * ledger. Cases that have planned with it plan again.
 */
export async function voidMessage(trx: Trx, row: CaseRow, id: MessageId): Promise<void> {
  await trx.deleteFrom('facts').where('message_id', '=', id).execute();
  await trx.deleteFrom('answers').where('message_id', '=', id).execute();
  await removeIdentifiersOf(trx, [id]);
  await restoreTakenBack(trx, row, id);
  const voided = { eventKey: `${id}/voided`, messageId: id, kind: 'voided', actor: 'case', content: {} };
  await appendLedger(trx, row.caseId, [voided]);
  const heard = await takeBackReplan(trx, id);
  const own = row.state === 'open' ? [row.caseId] : [];
  await replan(trx, [...own, ...heard], derivedMessageId(id, row.caseId, 'voided'));
}

/** What an undone reopening had taken back is valid again, unless the step has been reopened by another message. */
async function restoreTakenBack(
  trx: Trx,
  { caseId, personId }: CaseRow,
  reopening: MessageId,
): Promise<void> {
  const present = await trx
    .selectFrom('case_steps')
    .select(['step_id', 'filing'])
    .where('case_id', '=', caseId)
    .execute();
  for (const { step_id: stepId, filing } of present) {
    for (const { messageId, on, numbers } of await saidOf(trx, caseId, stepId, filing)) {
      await trx
        .updateTable('facts')
        .set({ withdrawn_by: null })
        .where('message_id', '=', messageId)
        .where('withdrawn_by', '=', reopening)
        .execute();
      for (const { type, value } of numbers) {
        await insertIdentifier(trx, personId, type, value, on, messageId);
      }
    }
  }
}
