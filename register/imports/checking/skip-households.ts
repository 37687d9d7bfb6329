import { sql } from 'kysely';
import type { Register } from '../../database';
import { CLEARED_IN_SQL } from './settle';

/**
 * Skips the rows of every household, or of the one given, of which a row is invalid or a duplicate, naming the lines
 * at fault: a household is opened with all its members or not at all.
 */
export async function skipHouseholds(trx: Register, importId: string, household?: string): Promise<void> {
  const only = household === undefined ? sql`true` : sql`household = ${household}`;
  await sql`
    update import_rows r set state = 'skipped', faults = held.faults, ${sql.raw(CLEARED_IN_SQL)}
    from (
      select household, jsonb_agg(jsonb_build_object(
        'column', 'household', 'rule', 'a row of it is ' || state, 'line', line) order by line) as faults
      from import_rows where import_id = ${importId} and state in ('invalid', 'duplicate') and ${only}
      group by household) held
    where r.import_id = ${importId} and r.household = held.household and r.state in ('waiting', 'candidate')`.execute(
    trx,
  );
}
