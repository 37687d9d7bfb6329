import { sql } from 'kysely';
import { CATALOGUE } from '../../domain/process/steps/catalogue';
import type { Register } from '../../register/database';

/** Cases are opened over two years, and so long are days kept apart in the counts. */
const DAYS = 730;
const KEPT_APART = 35;

/**
 * Fills an empty register with made-up waits: some 22 for each case, unevenly over the 290 kommuner, one case in fifty
 * in none. Returns how many it wrote. The counts are made from the waits as two years of assessments and nights leave them.
 */
export async function fill(register: Register, cases: number): Promise<number> {
  for (const table of ['case_spans', 'step_spans']) {
    await sql`alter table ${sql.table(table)} drop constraint if exists ${sql.ref(`${table}_case_id_fkey`)}`.execute(
      register,
    );
  }
  await fillSpans(register, cases);
  await sql`vacuum analyze case_spans, step_spans`.execute(register);
  await fillCounts(register);
  await sql`vacuum analyze work_counts`.execute(register);
  const { rows } = await sql<{ n: string }>`select count(*) as n from step_spans`.execute(register);
  return Number(rows[0]?.n);
}

async function fillSpans(register: Register, cases: number): Promise<void> {
  await sql`
    insert into case_spans
    select gen_random_uuid(), current_date - (random() * ${DAYS})::int, null,
      case when random() < 0.98 then lpad((1 + k % 25)::text, 2, '0') || lpad((1 + k / 25)::text, 2, '0') end
    from (select (290 * power(random(), 3))::int % 290 as k from generate_series(1, ${cases})) as kommuner`.execute(
    register,
  );
  const steps = CATALOGUE.map(({ id, agency }) => ({ step: id, agency }));
  await sql`
    insert into step_spans
    select case_id, step, agency, opened, case when ends then opened + days end, case when ends then 'done' end,
      kommun, opened + 30
    from (
      select *, opened + days <= current_date as ends from (
        select c.case_id, c.kommun, s.step, s.agency, (5 + s.n + 60 * power(random(), 3))::int as days,
          least(c.opened_on + (s.n * 8 * random())::int, current_date) as opened
        from case_spans c
        cross join (select *, row_number() over () as n
          from jsonb_to_recordset(${JSON.stringify(steps)}::jsonb) as t(step text, agency text)) s
        where hashtext(c.case_id::text || s.step) % 100 between -99 and 22) drawn) dated`.execute(register);
}

/** One row for each number and day that is kept apart; of today one for each change. */
async function fillCounts(register: Register): Promise<void> {
  const changes = sql`
    select 'stepsOpened' as measure, step_id, kommun, opened_on - (extract(isodow from opened_on)::int - 1) as period,
      null::int as days, opened_on as at, 1 as change from step_spans
    union all select 'open', step_id, kommun, opened_on, null, opened_on, 1 from step_spans
    union all select 'open', step_id, kommun, opened_on, null, ended_on, -1 from step_spans where ended_on is not null
    union all select 'done', step_id, kommun, opened_on - (extract(day from opened_on)::int - 1),
      ended_on - opened_on, ended_on, 1 from step_spans where ended_on is not null
    union all select 'stepsEnded', step_id, kommun, ended_on - (extract(isodow from ended_on)::int - 1), null,
      ended_on, 1 from step_spans where ended_on is not null
    union all select 'casesOpened', null, kommun, opened_on - (extract(isodow from opened_on)::int - 1), null,
      opened_on, 1 from case_spans`;
  await sql`
    insert into work_counts
    select measure, step_id, place, period, days, recorded, sum(change) from (
      select *, case when at >= current_date - ${KEPT_APART}::int then at end as recorded from (${changes}) dated
      where at < current_date) kept
    cross join lateral (values ('00'), (kommun)) as places (place)
    group by 1, 2, 3, 4, 5, 6 having sum(change) <> 0`.execute(register);
  await sql`
    insert into work_counts
    select measure, step_id, place, period, days, at, change from (${changes}) dated
    cross join lateral (values ('00'), (kommun)) as places (place) where at = current_date`.execute(register);
}
