import { sql, type Transaction } from 'kysely';
import type { PlainDate } from '../../domain/model/plain-date';
import type { RegisterSchema } from '../schema';

/**
 * Counts the cases that were stuck on a day by their root (agency and step; null where no step can help), in the kommun
 * that the case is counted in. Counts nothing in a register that keeps no spans of being stuck.
 */
export async function countStuckCases(trx: Transaction<RegisterSchema>, day: PlainDate): Promise<void> {
  const { rows } = await sql<{
    there: boolean;
  }>`select to_regclass('stuck_spans') is not null as there`.execute(trx);
  if (!rows[0]?.there) return;
  await sql`
    insert into daily_counts (day, measure, kommun, agency, step, value)
    select ${day}::date, 'stuckCases', counted.kommun, stuck.root_agency, split_part(stuck.root_step, ':', 1),
      count(distinct stuck.case_id)
    from stuck_spans stuck join case_spans counted on counted.case_id = stuck.case_id
    where stuck.from_date <= ${day} and (stuck.to_date is null or stuck.to_date > ${day})
    group by 3, 4, 5`.execute(trx);
}
