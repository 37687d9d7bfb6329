import { sql } from 'kysely';
import type { Register } from '../../database';
import { keepMissingNames } from '../../intake/names';
import { type ImportAtWork, lockImport } from '../at-work';
import { endIfOver } from '../end';
import { checkRows } from './check-rows';
import { compareRows } from './compare-rows';
import { checkFile } from './rules-of-file';
import { CLEARED_IN_SQL } from './settle';
import { skipHouseholds } from './skip-households';

/**
 * Takes an import one short step towards being checked: some rows read, or compared, or what concerns the whole file. A
 * step is committed whole, so that another worker can go on from there.
 */
export async function checkNext(register: Register, file: ImportAtWork): Promise<void> {
  if (file.state === 'checking') {
    const read = await step(register, file, (trx) => checkRows(trx, file.id, file.format));
    if (read === 0) await beginComparing(register, file);
    return;
  }
  await step(register, file, async (trx) => {
    if ((await compareRows(trx, file.id)) === 0) await beginOpening(trx, file);
  });
}

/** One step in a transaction; nothing where another worker has brought the import into another state meanwhile. */
async function step<T>(
  register: Register,
  { id, state }: ImportAtWork,
  take: (trx: Register) => Promise<T>,
): Promise<T | undefined> {
  return register.transaction().execute(async (trx) => {
    return (await lockImport(trx, id, state)) ? take(trx) : undefined;
  });
}

async function beginComparing(register: Register, file: ImportAtWork): Promise<void> {
  await keepMissingNames(register);
  await step(register, file, async (trx) => {
    // Many rows came at once and PostgreSQL has no statistics of them: it would join them row by row.
    await sql`analyze import_rows`.execute(trx);
    await checkFile(trx, file);
    await trx
      .updateTable('imports')
      .set({ state: 'comparing', compared_at: new Date() })
      .where('id', '=', file.id)
      .execute();
  });
}

async function beginOpening(trx: Register, { id, validateOnly }: ImportAtWork): Promise<void> {
  await skipHouseholds(trx, id);
  if (validateOnly) await leaveUnopened(trx, id);
  await trx.updateTable('imports').set({ state: 'opening' }).where('id', '=', id).execute();
  await endIfOver(trx, id);
}

/** Nothing is asked of anybody either: who may be somebody stays a candidate. */
async function leaveUnopened(trx: Register, importId: string): Promise<void> {
  const faults = JSON.stringify([{ column: 'row', rule: 'is right; the file was only validated' }]);
  await sql`
    update import_rows set ${sql.raw(CLEARED_IN_SQL)},
      faults = case state when 'waiting' then ${faults}::jsonb else faults end,
      state = case state when 'waiting' then 'skipped' else state end
    where import_id = ${importId} and state in ('waiting', 'candidate')`.execute(trx);
}
