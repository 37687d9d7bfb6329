import { sql } from 'kysely';
import type { Register } from '../../database';
import { compareWithNewcomers } from '../checking/compare-rows';

/** A household that may be opened, and the lines of its members. */
export type NextHousehold = { readonly household: string; readonly lines: readonly number[] };

/**
 * Returns the next households, in the order of the file, all of whose rows wait to be opened. Compares their rows
 * with persons registered since the file was compared; a household with a possible duplicate is left out.
 */
export async function nextHouseholds(
  register: Register,
  importId: string,
  limit: number,
): Promise<readonly NextHousehold[]> {
  const { rows } = await sql<NextHousehold>`
    select household, array(select m.line from import_rows m
      where m.import_id = ${importId} and m.household = first.household order by m.line) as lines
    from (select distinct on (line) line, household from import_rows r
      where r.import_id = ${importId} and r.state = 'waiting'
        and not exists (select 1 from import_rows o where o.import_id = r.import_id and o.household = r.household
          and (o.state = 'candidate' or (o.state = 'waiting' and o.line < r.line)))
      order by line limit ${limit}) first`.execute(register);
  const lines = rows.flatMap((row) => row.lines);
  if (lines.length === 0) return rows;
  const held = await register.transaction().execute((trx) => compareWithNewcomers(trx, importId, lines));
  return rows.filter((row) => !row.lines.some((line) => held.has(line)));
}
