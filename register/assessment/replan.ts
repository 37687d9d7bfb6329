import { sql, type Transaction } from 'kysely';
import type { CaseId, MessageId } from '../../domain/model/ids';
import { bodyHash, derivedMessageId } from '../message-id';
import { wakeRelay } from '../messages/relay-bell';
import type { RegisterSchema } from '../schema';
import type { CaseRow } from './projection';

type Trx = Transaction<RegisterSchema>;

/** Has every other open case of the household planned again, once for each cause. */
export async function replanHousehold(trx: Trx, row: CaseRow, cause: MessageId): Promise<void> {
  const others = await trx
    .selectFrom('cases')
    .select('id')
    .where('household_id', '=', row.householdId)
    .where('id', '<>', row.caseId)
    .where('state', '=', 'open')
    .execute();
  await replan(
    trx,
    others.map(({ id }) => id),
    cause,
  );
}

/** Has cases planned again, once for each cause: stores a message to each, which the relay sends at once. */
export async function replan(trx: Trx, caseIds: readonly CaseId[], cause: MessageId): Promise<void> {
  if (caseIds.length === 0) return;
  const messages = caseIds.map((caseId) => {
    const id = derivedMessageId(cause, caseId, 'replan');
    return {
      id,
      case_id: caseId,
      kind: 'replan' as const,
      via: 'signal' as const,
      caller: 'assess',
      body_hash: bodyHash({ cause }),
      body: JSON.stringify({ cause }),
      message: JSON.stringify({ kind: 'replan', messageId: id, items: [] }),
      state: 'received' as const,
    };
  });
  await trx
    .insertInto('messages')
    .values(messages)
    .onConflict((conflict) => conflict.column('id').doNothing())
    .execute();
  await wakeRelay(trx);
}

/** Deletes these messages where they have not been sent, and returns the cases that have received one. */
export async function takeBackReplan(trx: Trx, cause: MessageId): Promise<CaseId[]> {
  await trx
    .deleteFrom('messages')
    .where('kind', '=', 'replan')
    .where(sql`body ->> 'cause'`, '=', cause)
    .where('state', '=', 'received')
    .where('sent_at', 'is', null)
    .execute();
  const sent = await trx
    .selectFrom('messages')
    .select('case_id')
    .where('kind', '=', 'replan')
    .where(sql`body ->> 'cause'`, '=', cause)
    .execute();
  return sent.flatMap(({ case_id: caseId }) => caseId ?? []);
}
