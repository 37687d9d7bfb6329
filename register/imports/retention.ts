import { sql } from 'kysely';
import type { Register } from '../database';
import { CLEARED_IN_SQL } from './checking/settle';
import { endIfOver } from './end';

/** No file takes longer to be received: Node ends a request after five minutes. */
const RECEIVED_WITHIN = '1 hour';

/**
 * Takes away what is kept no longer, `days` being how long a result is kept: files that broke off while they were
 * received; rows that nobody has decided about or let go on for so long, which end unopened; and the rows of imports that
 * ended so long ago, of which the counts stay.
 */
export async function sweepImports(register: Register, days: number): Promise<void> {
  await sql`delete from imports where state = 'receiving'
    and received_at < now() - ${RECEIVED_WITHIN}::interval`.execute(register);
  const limit = sql`now() - make_interval(days => ${days})`;
  const { rows } = await sql<{ id: string }>`
    select id from imports where state not in ('receiving', 'ended') and received_at < ${limit}`.execute(
    register,
  );
  for (const { id } of rows) await endUnfinished(register, id, days);
  await sql`delete from import_rows r using imports i
    where i.id = r.import_id and i.state = 'ended' and i.ended_at < ${limit}`.execute(register);
}

async function endUnfinished(register: Register, id: string, days: number): Promise<void> {
  const faults = JSON.stringify([{ column: 'row', rule: `nobody let it go on for ${days} days` }]);
  await register.transaction().execute(async (trx) => {
    await trx.updateTable('imports').set({ state: 'opening' }).where('id', '=', id).execute();
    await sql`
      update import_rows set state = 'skipped', faults = ${faults}::jsonb, ${sql.raw(CLEARED_IN_SQL)}
      where import_id = ${id} and state in ('received', 'waiting', 'candidate')`.execute(trx);
    await endIfOver(trx, id);
  });
}
