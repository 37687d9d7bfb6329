import { sql } from 'kysely';
import type { AgencyId } from '../../domain/model/agency';
import type { KommunCode, StepId } from '../../domain/model/ids';
import type { PlainDate } from '../../domain/model/plain-date';
import type { StuckReason } from '../../domain/process/stuck/reason';
import type { Register } from '../database';
import { covering, spanConditions, type StuckFilters, troubleConditions } from './list';
import type { TroubleKind } from './tables';

export const SUMMARY_PARTS = ['step', 'agency', 'kommun', 'reason'] as const;
/** A dimension by which stuck cases are counted; a case with two reasons counts under both. */
export type SummaryPart = (typeof SUMMARY_PARTS)[number];

/** Number of stuck cases at one place, since when the oldest, and how many steps are blocked. */
export type StuckCount = {
  readonly step?: StepId | null;
  readonly agency?: AgencyId | null;
  readonly kommun?: KommunCode | null;
  readonly reason?: StuckReason['kind'];
  readonly cases: number;
  readonly oldestSince: PlainDate;
  readonly stepsBehind: number;
};

/** A step includes all its occurrences, as in the nightly counts. */
const COLUMNS = {
  step: sql`split_part(root_step, ':', 1) as step`,
  agency: sql`root_agency as agency`,
  kommun: sql`kommun`,
  reason: sql`kind as reason`,
} as const;

/** Returns stuck cases of a day grouped by some dimensions, the most first, from one index only. */
export async function countStuck(
  register: Register,
  asOf: PlainDate,
  filters: StuckFilters,
  by: readonly SummaryPart[],
): Promise<StuckCount[]> {
  const parts = SUMMARY_PARTS.filter((part) => by.includes(part));
  const kinds = parts.includes('reason') ? sql`, unnest(kinds) kind` : sql``;
  const result = await sql<StuckCount>`
    select ${sql.join(parts.map((part) => COLUMNS[part]))}, count(*)::int as cases, min(since) as "oldestSince",
      sum(behind_count)::int as "stepsBehind"
    from stuck_spans ${kinds}
    where ${covering(asOf)} ${spanConditions(filters)}
    group by ${sql.join(parts.map((_part, index) => sql.lit(index + 1)))}
    order by cases desc, "oldestSince", ${sql.join(parts.map((_part, index) => sql.lit(index + 1)))}`.execute(
    register,
  );
  return result.rows;
}

/** Returns the number of matching cases with technical trouble now, by its kind. */
export async function countTrouble(
  register: Register,
  filters: StuckFilters,
): Promise<{ kind: TroubleKind; cases: number; oldest: Date }[]> {
  const result = await sql<{ kind: TroubleKind; cases: number; oldest: Date }>`
    select t.kind, count(distinct t.case_id)::int as cases, min(t.since) as oldest
    from case_trouble t join cases c on c.id = t.case_id
    where ${troubleConditions(filters)}
    group by t.kind order by cases desc, t.kind`.execute(register);
  return result.rows;
}
