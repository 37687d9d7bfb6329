import type { Register } from '../database';
import type { ImportAtWork } from './checking/check-import';
import type { WaitsBecause } from './tables';

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

/** Notes why an import opens nothing for the moment, for whoever looks at its progress. */
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
