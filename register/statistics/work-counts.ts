import { type Kysely, sql } from 'kysely';
import { addDays } from '../../domain/law/calendar';
import type { PlainDate } from '../../domain/model/plain-date';
import type { CountChange } from '../../domain/statistics/span-counts';
import type { Register } from '../database';
import type { RegisterSchema } from '../schema';

/** Days back for which lead times are kept by the day they were known; of older ones only the result is kept. */
export const DAYS_KEPT_APART = 35;

/** Days that are merged again each night: nights may be missed, and a case's clock may be slightly behind. */
const DAYS_MERGED_AGAIN = 7;

/**
 * Adds changes to the counts, as rows of their own: updates of shared rows would make concurrent changes of cases
 * wait for one another.
 */
export async function addCounts(
  trx: Kysely<RegisterSchema>,
  recordedOn: PlainDate,
  changes: readonly CountChange[],
): Promise<void> {
  if (changes.length === 0) return;
  const rows = changes.map(({ measure, step, kommun, period, days, by }) => ({
    measure,
    step: step ?? null,
    kommun,
    period,
    days: days ?? null,
    recorded_on: recordedOn,
    change: by,
  }));
  await trx.insertInto('work_counts').values(rows).execute();
}

/**
 * Merges the changes of the days before `today` into one row per number and day, and one for all days that are no
 * longer kept apart. Changes no number and may be repeated; it keeps the table small.
 */
export async function mergeCounts(register: Register, today: PlainDate): Promise<void> {
  const keptFrom = addDays(today, -DAYS_KEPT_APART);
  const mergedFrom = addDays(today, -DAYS_MERGED_AGAIN);
  await register.transaction().execute(async (trx) => {
    await sql`
      with taken as (
        delete from work_counts where recorded_on >= ${mergedFrom} and recorded_on < ${today} returning *
      )
      insert into work_counts
        select measure, step, kommun, period, days, recorded_on, sum(change) from taken
        group by measure, step, kommun, period, days, recorded_on having sum(change) <> 0`.execute(trx);
    await sql`
      with taken as (delete from work_counts where recorded_on < ${keptFrom} returning *)
      insert into work_counts as merged
        select measure, step, kommun, period, days, null, sum(change) from taken
        group by measure, step, kommun, period, days having sum(change) <> 0
      on conflict (measure, step, kommun, period, days) where recorded_on is null
        do update set change = merged.change + excluded.change`.execute(trx);
    await sql`delete from work_counts where recorded_on is null and change = 0`.execute(trx);
  });
}
