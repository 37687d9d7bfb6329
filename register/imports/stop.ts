import type { Register } from '../database';
import { endIfOver } from './end';

/** Stops an import, or lets it go on; `false` when it has ended. */
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
