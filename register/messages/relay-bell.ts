import { sql, type Transaction } from 'kysely';
import type { RegisterSchema } from '../schema';

/** PostgreSQL channel that wakes the relay when a message for it is committed. */
export const MESSAGES_CHANNEL = 'messages';

/** Notifies the relay when the transaction is committed. */
export async function wakeRelay(trx: Transaction<RegisterSchema>): Promise<void> {
  await sql`select pg_notify(${MESSAGES_CHANNEL}, '')`.execute(trx);
}
