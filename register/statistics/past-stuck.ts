import { sql } from 'kysely';
import { addDays } from '../../domain/law/calendar';
import type { PlainDate } from '../../domain/model/plain-date';
import type { Register } from '../database';
import type { StuckFilters } from '../stuck/list';
import type { StuckCount, SummaryPart } from '../stuck/summary';

/** The dimensions of the nightly counts; reasons are not counted. */
export type PastPart = Exclude<SummaryPart, 'reason'>;

/**
 * Returns stuck cases of a past day grouped by some dimensions, the most first; undefined when that day has not been
 * counted. A reader of one agency gets the cases whose root is that agency's: the counts have no more.
 */
export async function countPastStuck(
  register: Register,
  day: PlainDate,
  filters: Omit<StuckFilters, 'reason'>,
  by: readonly PastPart[],
): Promise<StuckCount[] | undefined> {
  const counted = await register
    .selectFrom('counted_days')
    .select('day')
    .where('day', '=', day)
    .where('with_stuck', '=', true)
    .executeTakeFirst();
  if (!counted) return undefined;
  const rows = await countsBy(register, day, filters, by);
  return rows
    .map(({ cases, behind, oldest, ...place }) => ({
      ...place,
      cases: Number(cases),
      stepsBehind: Number(behind),
      oldestSince: addDays(day, -(oldest ?? 0)),
    }))
    .sort((one, other) => other.cases - one.cases || one.oldestSince.localeCompare(other.oldestSince));
}

async function countsBy(
  register: Register,
  day: PlainDate,
  { kommuner, seenBy, step, agency }: Omit<StuckFilters, 'reason'>,
  by: readonly PastPart[],
) {
  let query = register
    .selectFrom('daily_counts')
    .select(by)
    .select((eb) => [
      eb.fn.sum<string>('value').filterWhere('measure', '=', 'stuckCases').as('cases'),
      eb.fn.sum<string>('value').filterWhere('measure', '=', 'stuckStepsBehind').as('behind'),
      eb.fn.max<number | null>('value').filterWhere('measure', '=', 'stuckOldestDays').as('oldest'),
    ])
    .where('day', '=', day)
    .where('measure', 'in', ['stuckCases', 'stuckStepsBehind', 'stuckOldestDays'])
    .groupBy(by);
  // As an array: a kommun outside the reader's area leaves none, and `in ()` is no SQL.
  if (kommuner) query = query.where(sql<boolean>`kommun = any(${[...kommuner]}::text[])`);
  if (step) query = query.where('step', '=', step);
  for (const root of [agency, seenBy]) if (root) query = query.where('agency', '=', root);
  return query.execute();
}
