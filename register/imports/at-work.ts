import type { Register } from '../database';
import type { ImportArea, ImportFormat, ImportState, WaitsBecause } from './tables';

/** An import that a worker may go on with. */
export type ImportAtWork = {
  readonly id: string;
  readonly caller: string;
  readonly area: ImportArea;
  readonly format: ImportFormat;
  readonly source: string;
  readonly validateOnly: boolean;
  readonly state: Exclude<ImportState, 'receiving' | 'ended'>;
};

/** The imports that a worker may go on with, the oldest first. */
export async function importsAtWork(register: Register): Promise<readonly ImportAtWork[]> {
  return register
    .selectFrom('imports')
    .select(['id', 'caller', 'area', 'format', 'source', 'validate_only as validateOnly', 'state'])
    .where('state', '<>', 'ended')
    .where('state', '<>', 'receiving')
    .where('is_stopped', '=', false)
    .orderBy('received_at')
    .orderBy('id')
    .$narrowType<{ state: ImportAtWork['state'] }>()
    .execute();
}

/**
 * Locks an import until the transaction ends, and returns whether it is in a state. Whoever changes rows by it takes this
 * lock first, so that two workers that carry on the same import wait for each other.
 */
export async function lockImport(trx: Register, importId: string, state: ImportState): Promise<boolean> {
  const row = await trx
    .selectFrom('imports')
    .select('state')
    .where('id', '=', importId)
    .forUpdate()
    .executeTakeFirst();
  return row?.state === state;
}

/** Notes why an import opens nothing for the moment, for those who read its progress. */
export async function noteWaiting(
  register: Register,
  importId: string,
  because: WaitsBecause | undefined,
): Promise<void> {
  await register
    .updateTable('imports')
    .set({ waits_because: because ?? null })
    .where('id', '=', importId)
    .where('waits_because', 'is distinct from', because ?? null)
    .execute();
}
