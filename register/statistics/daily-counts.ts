import { sql, type Transaction } from 'kysely';
import { addDays, latest } from '../../domain/law/calendar';
import type { PlainDate } from '../../domain/model/plain-date';
import type { Register } from '../database';
import type { RegisterSchema } from '../schema';

type Trx = Transaction<RegisterSchema>;

/** Maximum number of missed nights that are counted afterwards; older days are not estimated. */
const MOST_DAYS = 92;

/**
 * Returns the days before `today` that are to be counted, oldest first: those since the last counted one, or
 * yesterday when there is none.
 */
export async function daysToCount(register: Register, today: PlainDate): Promise<PlainDate[]> {
  const { last } = await register
    .selectFrom('counted_days')
    .select((eb) => eb.fn.max('day').as('last'))
    .executeTakeFirstOrThrow();
  const yesterday = addDays(today, -1);
  const days: PlainDate[] = [];
  let day = last === null ? yesterday : latest(addDays(last, 1), addDays(today, -MOST_DAYS));
  for (; day <= yesterday; day = addDays(day, 1)) days.push(day);
  return days;
}

/**
 * Counts a past day, once. Steps and cases are counted as they were at the end of the day, by their days; a night
 * that is counted late includes what was reported since with an earlier day, in the kommun of the counting day. Stuck
 * cases can be counted in the following night only.
 */
export async function countDay(register: Register, day: PlainDate, today: PlainDate): Promise<void> {
  const isItsNight = day === addDays(today, -1);
  await register.transaction().execute(async (trx) => {
    const fresh = await trx
      .insertInto('counted_days')
      .values({ day, with_stuck: isItsNight })
      .onConflict((conflict) => conflict.column('day').doNothing())
      .returning('day')
      .executeTakeFirst();
    if (!fresh) return;
    await countSteps(trx, day);
    await countCases(trx, day);
    if (isItsNight) await countStuckCases(trx, day);
  });
}

async function countSteps(trx: Trx, day: PlainDate): Promise<void> {
  await sql`
    with waiting as materialized (
      select kommun, agency, split_part(step_id, ':', 1) as step, case_id, overdue_from <= ${day} as is_overdue
      from step_spans where opened_on <= ${day} and (ended_on is null or ended_on > ${day})
    )
    insert into daily_counts (day, measure, kommun, agency, step, value)
    select ${day}::date, 'openSteps', kommun, agency, step, count(*) from waiting group by kommun, agency, step
    union all
    select ${day}::date, 'overdueSteps', kommun, agency, step, count(*) from waiting where is_overdue
      group by kommun, agency, step
    union all
    select ${day}::date, 'openCases', kommun, agency, null, count(distinct case_id) from waiting
      group by kommun, agency`.execute(trx);
}

async function countCases(trx: Trx, day: PlainDate): Promise<void> {
  await sql`
    insert into daily_counts (day, measure, kommun, agency, step, value)
    select ${day}::date, 'openCases', kommun, null, null, count(*) from case_spans
      where opened_on <= ${day} and (closed_on is null or closed_on > ${day}) group by kommun`.execute(trx);
}

/**
 * Counts the cases that were stuck at the end of a day by root (agency and step; null when no step can help), in the
 * kommun that the case is counted in: number, age in days of the oldest, and blocked steps. To be called in the night
 * after the day: spans are written ahead by each assessment, so that the first span of a case assessed since midnight
 * covers the day if it was stuck since then.
 */
async function countStuckCases(trx: Trx, day: PlainDate): Promise<void> {
  await sql`
    with stuck as (
      select distinct on (case_id) case_id, root_agency, split_part(root_step, ':', 1) as root_step, since, behind_count
      from stuck_spans
      where from_date <= ${addDays(day, 1)} and since <= ${day} and (to_date is null or to_date > ${day})
      order by case_id, from_date
    ), counted as (
      select kommun, root_agency, root_step, count(*) as cases, max(${day}::date - since) as oldest,
        sum(behind_count) as behind
      from stuck join case_spans using (case_id)
      where opened_on <= ${day} and (closed_on is null or closed_on > ${day})
      group by kommun, root_agency, root_step
    )
    insert into daily_counts (day, measure, kommun, agency, step, value)
    select ${day}::date, measure, kommun, root_agency, root_step, value from counted
    cross join lateral (values ('stuckCases', cases), ('stuckOldestDays', oldest), ('stuckStepsBehind', behind))
      as counts (measure, value)`.execute(trx);
}
