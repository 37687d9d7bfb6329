import type { Transaction } from 'kysely';
import type { MessageId } from '../../domain/model/ids';
import { bodyHash, derivedMessageId } from '../message-id';
import type { RegisterSchema } from '../schema';
import type { CaseRow } from './projection';

/** Tells every other open case of the household to plan again, once for each cause. */
export async function replanHousehold(
  trx: Transaction<RegisterSchema>,
  row: CaseRow,
  cause: MessageId,
): Promise<void> {
  const others = await trx
    .selectFrom('cases')
    .select('id')
    .where('household_id', '=', row.householdId)
    .where('id', '<>', row.caseId)
    .where('state', '=', 'open')
    .execute();
  if (others.length === 0) return;
  const messages = others.map(({ id: caseId }) => {
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
}
