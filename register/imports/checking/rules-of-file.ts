import { type RawBuilder, sql } from 'kysely';
import type { Register } from '../../database';
import type { ImportArea } from '../tables';
import { CLEARED_IN_SQL } from './settle';

/** Maximum number of members in an intake. */
const MOST_MEMBERS = 30;

/** The import being checked. */
export type CheckedImport = { readonly id: string; readonly area: ImportArea };

/**
 * Checks, once all rows are read, what no single row shows: numbers that an open case or an earlier row has;
 * households that are too big, contradict themselves, or live outside the sender's area. Safe to repeat.
 */
export async function checkFile(trx: Register, { id, area }: CheckedImport): Promise<void> {
  for (const number of ['dossiernummer', 'personnummer'] as const) {
    await settle(trx, id, 'duplicate', heldByOpenCase(id, number));
    await settle(trx, id, 'duplicate', inEarlierRow(id, number));
  }
  await settle(trx, id, 'invalid', statedOtherwise(id));
  await settle(trx, id, 'invalid', tooManyMembers(id));
  if (area !== 'national') await settle(trx, id, 'invalid', outsideArea(id, area));
}

type Found = RawBuilder<unknown>;

/** Settles the rows that a query returns, as `line`, `case_id` and `faults`. */
async function settle(trx: Register, importId: string, state: string, found: Found): Promise<void> {
  await sql`
    update import_rows r set state = ${state}, case_id = found.case_id, faults = found.faults, ${sql.raw(CLEARED_IN_SQL)}
    from (${found}) found where r.import_id = ${importId} and r.line = found.line`.execute(trx);
}

function faultsOf(column: string, rule: string, line: RawBuilder<unknown> = sql`null`): Found {
  return sql`jsonb_build_array(jsonb_strip_nulls(jsonb_build_object(
    'column', ${column}::text, 'rule', ${rule}::text, 'line', ${line})))`;
}

type NumberColumn = 'dossiernummer' | 'personnummer';

function heldByOpenCase(importId: string, number: NumberColumn): Found {
  return sql`
    select distinct on (row.line) row.line, c.id as case_id,
      ${faultsOf(number, 'is held by an open case')} as faults
    from import_rows row
    join identifiers i on i.type = ${number} and i.value = row.${sql.ref(number)} and i.valid_to is null
    join cases c on c.person_id = i.person_id and c.state = 'open'
    where row.import_id = ${importId} and row.state = 'waiting'`;
}

function inEarlierRow(importId: string, number: NumberColumn): Found {
  return sql`
    select line, null::uuid as case_id, ${faultsOf(number, 'is that of another row', sql`first`)} as faults
    from (select line, first_value(line) over (partition by ${sql.ref(number)} order by line) as first
      from import_rows where import_id = ${importId} and state = 'waiting' and ${sql.ref(number)} is not null) told
    where line > first`;
}

/** Rows that state a fact of their household otherwise than an earlier row. */
function statedOtherwise(importId: string): Found {
  return sql`
    select line, null::uuid as case_id, jsonb_agg(jsonb_build_object(
      'column', kind, 'rule', 'is told otherwise of the same household', 'line', first_line)) as faults
    from (select line, kind, fact, first_value(fact) over told as first_fact, first_value(line) over told as first_line
      from import_rows, jsonb_each_text(household_facts) as said (kind, fact)
      where import_id = ${importId} and state = 'waiting'
      window told as (partition by household, kind order by line)) told
    where fact <> first_fact group by line`;
}

function tooManyMembers(importId: string): Found {
  return sql`
    select line, null::uuid as case_id, ${faultsOf('household', `has more than ${MOST_MEMBERS} rows`)} as faults
    from (select line, count(*) over (partition by household) as members
      from import_rows where import_id = ${importId} and state = 'waiting') counted
    where members > ${MOST_MEMBERS}`;
}

/** Rows outside the sender's area, as at an intake. A row without a kommun is in no limited area. */
function outsideArea(importId: string, area: readonly string[]): Found {
  return sql`
    select line, null::uuid as case_id, ${faultsOf('stayKommun', "is outside the sender's area")} as faults
    from import_rows row where import_id = ${importId} and state = 'waiting'
      and (not kommuner <@ ${[...area]}::text[] or not exists (
        select 1 from import_rows other where other.import_id = row.import_id and other.household = row.household
          and other.kommuner <> '{}'))`;
}
