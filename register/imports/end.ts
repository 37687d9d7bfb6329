import { sql } from 'kysely';
import type { Register } from '../database';
import { countRows } from './progress';
import type { RowState } from './tables';

/**
 * Ends an import of which no row waits, neither to be opened nor for a decision. When the file was only validated, no
 * decision is waited for.
 */
export async function endIfOver(db: Register, importId: string): Promise<void> {
  const { validateOnly } = await db
    .selectFrom('imports')
    .select('validate_only as validateOnly')
    .where('id', '=', importId)
    .executeTakeFirstOrThrow();
  const unfinished: readonly RowState[] = validateOnly
    ? ['received', 'waiting']
    : ['received', 'waiting', 'candidate'];
  const left = await db
    .selectFrom('import_rows')
    .select('line')
    .where('import_id', '=', importId)
    .where('state', 'in', unfinished)
    .limit(1)
    .executeTakeFirst();
  if (left) return;
  const outcomes = JSON.stringify(await countRows(db, importId));
  await db
    .updateTable('imports')
    .set({ state: 'ended', ended_at: sql`now()`, waits_because: null, outcomes })
    .where('id', '=', importId)
    .where('state', '=', 'opening')
    .execute();
}

/** Stops or resumes an import; returns false when it has ended. */
export async function setStopped(trx: Register, importId: string, isStopped: boolean): Promise<boolean> {
  const row = await trx
    .updateTable('imports')
    .set({ is_stopped: isStopped, waits_because: null })
    .where('id', '=', importId)
    .where('state', '<>', 'ended')
    .returning('id')
    .executeTakeFirst();
  if (row && !isStopped) await endIfOver(trx, importId);
  return row !== undefined;
}
