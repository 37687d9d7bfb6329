import { sql, type Transaction } from 'kysely';
import type { RegisterSchema } from '../schema';

/** PostgreSQL's channel that wakes the relay when a row for it is committed. */
export const MESSAGES_CHANNEL = 'messages';

/** Wakes the relay as soon as the transaction is committed. */
export async function wakeRelay(trx: Transaction<RegisterSchema>): Promise<void> {
  await sql`select pg_notify(${MESSAGES_CHANNEL}, '')`.execute(trx);
}
