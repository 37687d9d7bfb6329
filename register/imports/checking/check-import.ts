import { sql } from 'kysely';
import type { Register } from '../../database';
import { keepMissingNames } from '../../intake/names';
import { endIfOver } from '../end';
import type { ImportArea, ImportFormat, ImportState } from '../tables';
import { checkRows } from './check-rows';
import { compareRows } from './compare-rows';
import { checkFile } from './rules-of-file';
import { CLEARED_IN_SQL } from './settle';
import { skipHouseholds } from './skip-households';

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

/**
 * Takes an import one short step towards being checked: some rows read, or compared, or what concerns the whole file. What
 * a step did is committed with it, so that another worker goes on from there.
 */
export async function checkNext(register: Register, file: ImportAtWork): Promise<void> {
  if (file.state === 'checking') {
    if ((await checkRows(register, file.id, file.format)) === 0) await beginComparing(register, file);
  } else if ((await compareRows(register, file.id)) === 0) {
    await beginOpening(register, file);
  }
}

async function beginComparing(register: Register, file: ImportAtWork): Promise<void> {
  await keepMissingNames(register);
  await register.transaction().execute(async (trx) => {
    await checkFile(trx, file);
    await trx
      .updateTable('imports')
      .set({ state: 'comparing', compared_at: new Date() })
      .where('id', '=', file.id)
      .execute();
  });
}

async function beginOpening(register: Register, { id, validateOnly }: ImportAtWork): Promise<void> {
  await register.transaction().execute(async (trx) => {
    await skipHouseholds(trx, id);
    if (validateOnly) await leaveUnopened(trx, id);
    await trx.updateTable('imports').set({ state: 'opening' }).where('id', '=', id).execute();
    await endIfOver(trx, id);
  });
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
