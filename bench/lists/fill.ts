import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { stockholmDayAt } from '../../domain/law/stockholm-day';
import { CaseId, type HouseholdId, type PersonId } from '../../domain/model/ids';
import type { Instant, PlainDate } from '../../domain/model/plain-date';
import { digestOf } from '../../domain/process/judging/digest';
import { stuckAhead } from '../../domain/process/stuck/ahead';
import { caseColumns, stepRows } from '../../register/assessment/projection';
import type { Register } from '../../register/database';
import { spanRow } from '../../register/stuck/spans';
import { seeded } from '../chance';
import { playCase } from './played-case';

/** How many cases the planner plays; the others are copies of them under other names, in other kommuner. */
const PLAYED = 5_000;
const BATCH = 100;
/** Of all cases; the others lie in as many kommuner as there are. */
const ESKILSTUNAS_SHARE = 0.01;

/** Tables with a row or more for each case, in the order in which they can be filled. */
type Rows = Readonly<
  Record<'persons' | 'households' | 'cases' | 'case_steps' | 'stuck_spans' | 'ledger', object[]>
>;

/**
 * Fills an empty register with `cases` cases: some thousands that the real planner has played through up to two years,
 * each in a kommun of its own choosing, and copies of these with ids of their own. `say` prints progress.
 */
export async function fillRegister(
  register: Register,
  cases: number,
  say: (line: string) => void,
): Promise<void> {
  const played = Math.min(cases, PLAYED);
  await playInto(register, played, say);
  const copies = Math.ceil(cases / played) - 1;
  if (copies > 0) await copy(register, copies, cases - played, say);
  say('gathering statistics of the tables');
  await sql`vacuum analyze`.execute(register);
  const { rows } = await sql<{ open: string; stuck: string; steps: string }>`
    select (select count(*) from cases where state = 'open') as open, (select count(*) from case_steps) as steps,
      (select count(*) from stuck_spans where from_date <= current_date
        and (to_date is null or to_date > current_date)) as stuck`.execute(register);
  const [{ open, stuck, steps } = { open: 0, stuck: 0, steps: 0 }] = rows;
  say(`${cases} cases: ${open} open, ${stuck} stuck today, ${steps} steps`);
}

async function playInto(register: Register, count: number, say: (line: string) => void): Promise<void> {
  const today = stockholmDayAt(Date.now());
  for (let first = 0; first < count; first += BATCH) {
    const cases = Array.from({ length: Math.min(BATCH, count - first) }, (_one, index) =>
      rowsOf(first + index, today),
    );
    for (const table of ['persons', 'households', 'cases', 'case_steps', 'stuck_spans', 'ledger'] as const) {
      const rows = JSON.stringify(cases.flatMap((each) => each[table]));
      const target = sql.ref(table);
      await sql`insert into ${target} overriding user value
        select * from jsonb_populate_recordset(null::${target}, ${rows}::jsonb)`.execute(register);
    }
    if (first % 1_000 === 0) say(`played ${first + cases.length} of ${count} cases`);
  }
}

function rowsOf(number: number, today: PlainDate): Rows {
  const { openedOn, facts, records, plan } = playCase(seeded(number), today);
  const caseId = CaseId.parse(randomUUID());
  const personId = randomUUID() as PersonId;
  const householdId = randomUUID() as HouseholdId;
  const now = `${today}T11:00:00.000Z` as Instant;
  const writing = { caseId, runId: null, revision: 1, records, facts, now };
  const at = now;
  return {
    persons: [{ id: personId, given_name: 'Test', family_name: 'Testsson', created_at: at }],
    households: [{ id: householdId, created_at: at }],
    cases: [
      {
        ...withJson(caseColumns(plan, digestOf(plan, facts, caseId), writing)),
        id: caseId,
        person_id: personId,
        household_id: householdId,
        opened_on: openedOn,
        state: plan.finished ? 'closed' : 'open',
        revision: 1,
        register_version: 0,
      },
    ],
    case_steps: stepRows(plan, writing).map(withJson),
    stuck_spans: stuckAhead(plan, facts).map((span) => withJson(spanRow(caseId, plan, span))),
    ledger: [{ case_id: caseId, kind: 'intake', actor: 'bench', at, content: '\\x7b7d', hash: '\\x00' }],
  };
}

/** JSON columns are read as text, which a record set would take for a string. */
function withJson(row: object): object {
  const parsed = Object.entries(row).map(([name, value]): [string, unknown] => [
    name,
    typeof value === 'string' && /^[[{]/.test(value) ? JSON.parse(value) : value,
  ]);
  return Object.fromEntries(parsed);
}

/** Copies every case `copies` times, without the indexes, which are made once at the end. */
async function copy(
  register: Register,
  copies: number,
  cases: number,
  say: (line: string) => void,
): Promise<void> {
  const { rows: indexes } = await sql<{ name: string; definition: string }>`
    select indexname as name, indexdef as definition from pg_indexes
    where tablename in ('case_steps', 'stuck_spans') and indexname not like '%_pkey'`.execute(register);
  for (const { name } of indexes) await sql`drop index ${sql.ref(name)}`.execute(register);
  await sql`create unlogged table copies as
    select c.id as former, gen_random_uuid() as case_id, gen_random_uuid() as person_id,
      gen_random_uuid() as household_id,
      case when random() < ${ESKILSTUNAS_SHARE} then c.kommun
        else lpad((1 + k % 25)::text, 2, '0') || lpad((1 + k / 25)::text, 2, '0') end as kommun
    from cases c, generate_series(1, ${copies}), lateral (select (random() * 289 + c.revision * 0)::int as k) drawn
    limit ${cases}`.execute(register);
  say(`copying them to ${cases} more`);
  await sql`insert into persons (id, given_name, family_name) select person_id, 'Test', 'Testsson' from copies`.execute(
    register,
  );
  await sql`insert into households (id) select household_id from copies`.execute(register);
  for (const table of ['cases', 'case_steps', 'stuck_spans', 'ledger'] as const) {
    await copyTable(register, table);
    say(`copied ${table}`);
  }
  await sql`drop table copies`.execute(register);
  for (const { definition } of indexes) await sql.raw(definition).execute(register);
}

const OF_COPY: Readonly<Record<string, string>> = {
  case_id: 'n.case_id',
  person_id: 'n.person_id',
  household_id: 'n.household_id',
  kommun: 'n.kommun',
};

async function copyTable(
  register: Register,
  table: 'cases' | 'case_steps' | 'stuck_spans' | 'ledger',
): Promise<void> {
  const { rows } = await sql<{ name: string }>`select column_name as name from information_schema.columns
    where table_name = ${table} and is_identity = 'NO' order by ordinal_position`.execute(register);
  const names = rows.map(({ name }) => name);
  const values = names.map((name) => (name === 'id' ? 'n.case_id' : (OF_COPY[name] ?? `o.${name}`)));
  const former = table === 'cases' ? 'o.id' : 'o.case_id';
  await sql
    .raw(
      `insert into ${table} (${names.join(', ')}) select ${values.join(', ')} from copies n join ${table} o on ${former} = n.former`,
    )
    .execute(register);
}
