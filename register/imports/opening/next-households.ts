import { sql } from 'kysely';
import type { Register } from '../../database';

/** A household whose cases may be opened, and how many they are. */
export type NextHousehold = { readonly household: string; readonly members: number };

/** The next households of an import of which every row waits to be opened, in the order of the file. */
export async function nextHouseholds(
  register: Register,
  importId: string,
  limit: number,
): Promise<readonly NextHousehold[]> {
  const { rows } = await sql<NextHousehold>`
    select household, (select count(*)::int from import_rows m
      where m.import_id = ${importId} and m.household = first.household) as members
    from (select distinct on (line) line, household from import_rows r
      where r.import_id = ${importId} and r.state = 'waiting'
        and not exists (select 1 from import_rows o where o.import_id = r.import_id and o.household = r.household
          and (o.state = 'candidate' or (o.state = 'waiting' and o.line < r.line)))
      order by line limit ${limit}) first`.execute(register);
  return rows;
}
