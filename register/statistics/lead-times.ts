import { sql } from 'kysely';
import type { KommunCode, StepId } from '../../domain/model/ids';
import type { PlainDate } from '../../domain/model/plain-date';
import type { LeadTimes } from '../../domain/statistics/lead-time';
import { WHOLE_COUNTRY } from '../../domain/statistics/span-counts';
import type { Register } from '../database';

/** The dimensions of lead times besides the agency, which follows from the step. */
export type LeadTimeSide = 'step' | 'kommun' | 'month';

/**
 * Which waits to include: for these steps, in these kommuner (unset: everywhere), opened in these months (their first
 * days).
 */
export type LeadTimeQuestion = {
  readonly steps: readonly StepId[];
  readonly kommuner?: readonly KommunCode[];
  readonly from?: PlainDate;
  readonly to?: PlainDate;
  readonly asOf: PlainDate;
};

/** Lead times at one place; `kommun` is null for those that are counted in none. */
export type PlacedLeadTimes = LeadTimes & {
  readonly step: StepId | null;
  readonly kommun: KommunCode | null;
  readonly month: PlainDate | null;
};

/**
 * Returns lead times as they were known on a day, or on a coming day if nothing happens until then, grouped by
 * `sides` (the others are null). Days before `DAYS_KEPT_APART` cannot be distinguished.
 */
export async function readLeadTimes(
  register: Register,
  { steps, kommuner, from, to, asOf }: LeadTimeQuestion,
  sides: readonly LeadTimeSide[],
): Promise<PlacedLeadTimes[]> {
  const month = sql<PlainDate>`(period - extract(day from period)::int + 1)`;
  const inTime = [
    sql`(recorded_on is null or recorded_on <= ${asOf})`,
    ...(from ? [sql`period >= ${from}`] : []),
    ...(to ? [sql`period < (${to}::date + interval '1 month')::date`] : []),
  ];
  const { rows } = await sql<PlacedLeadTimes>`
    select measure as kind,
      ${sides.includes('step') ? sql`step` : sql`null`} as step,
      ${sides.includes('kommun') ? sql`kommun` : sql`null`} as kommun,
      ${sides.includes('month') ? month : sql`null`} as month,
      case when measure = 'open' then ${asOf}::date - period else days end as days,
      sum(change)::int as count
    from work_counts
    where measure in ('open', 'done', 'stopped') and step = any(${steps}::text[])
      and ${inKommuner(kommuner, sides.includes('kommun'))} and ${sql.join(inTime, sql` and `)}
    group by 1, 2, 3, 4, 5
    having sum(change) <> 0`.execute(register);
  return rows;
}

/** Condition on rows of these kommuner. For the whole country: its own rows, or all others when grouped by kommun. */
export function inKommuner(kommuner: readonly KommunCode[] | undefined, apart: boolean) {
  if (kommuner) return sql`kommun = any(${kommuner}::text[])`;
  return apart ? sql`kommun is distinct from ${WHOLE_COUNTRY}` : sql`kommun = ${WHOLE_COUNTRY}`;
}
