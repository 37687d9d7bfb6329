import { sql, type Transaction } from 'kysely';
import { addDays } from '../../domain/law/calendar';
import type { PlainDate } from '../../domain/model/plain-date';
import type { RegisterSchema } from '../schema';

/**
 * Counts the cases that were stuck at the end of a day by their root (agency and step; null where no step can help), in
 * the kommun that the case is counted in: how many, since how many days the oldest, and the steps behind them. To be
 * asked in the night after the day: spans are written ahead from each assessment, so that of a case assessed since
 * midnight the first of them tells of the day, if it was stuck since then.
 */
export async function countStuckCases(trx: Transaction<RegisterSchema>, day: PlainDate): Promise<void> {
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
      as told (measure, value)`.execute(trx);
}
