import { type RawBuilder, sql } from 'kysely';
import type { AgencyId } from '../../domain/model/agency';
import type { CaseId, HouseholdId, KommunCode, StepId } from '../../domain/model/ids';
import type { PlainDate } from '../../domain/model/plain-date';
import { baseOf } from '../../domain/process/planner/recurrence';
import type { StuckReason, StuckStep } from '../../domain/process/stuck/reason';
import type { Register } from '../database';
import type { TroubleKind } from './tables';

/** What the reader may see, and asks for. `step`, with all its occurrences, and `agency` are those of the root. */
export type StuckFilters = {
  readonly caseId?: CaseId;
  readonly kommuner?: readonly KommunCode[];
  /** Only cases with a step of this agency that applies. */
  readonly seenBy?: AgencyId;
  readonly step?: StepId;
  readonly agency?: AgencyId;
  readonly reason?: StuckReason['kind'];
};

/** The position of a stuck case: its first day, and the case. */
export type StuckPlace = { readonly since: PlainDate; readonly caseId: CaseId };

/** Technical trouble of a case, which its plan does not explain. */
export type Trouble = {
  readonly kind: TroubleKind;
  readonly stepId: StepId | null;
  readonly since: string;
  readonly attempts: number | null;
  readonly code: string | null;
};

/** A stuck case. Without `root` no step of the plan can help. */
export type StuckRow = StuckPlace & {
  readonly householdId: HouseholdId;
  readonly kommun: KommunCode | null;
  readonly root: StuckStep | null;
  readonly reasons: readonly StuckReason[];
  readonly behind: readonly StepId[];
  readonly trouble: readonly Trouble[];
};

/**
 * Returns a page of the cases that are stuck on a day, the longest first. Dates were written ahead by the last
 * assessment and are compared here; technical trouble is that of the present moment and is left out for a coming day.
 */
export async function listStuck(
  register: Register,
  asOf: PlainDate,
  filters: StuckFilters,
  page: { readonly limit: number; readonly after?: StuckPlace; readonly isToday: boolean },
): Promise<StuckRow[]> {
  const { after, limit, isToday } = page;
  const past = after ? sql`and (since, case_id) > (${after.since}::date, ${after.caseId}::uuid)` : sql``;
  const technical = isToday ? sql`union all (${technicallyStuck(asOf, filters, past, limit)})` : sql``;
  const result = await sql<StuckRow>`
    with stuck as (
      select * from (
        (select case_id, since, root_step, kommun, behind, reasons from stuck_spans
          where ${covering(asOf)} ${spanConditions(filters)} ${past} order by since, case_id limit ${limit})
        ${technical}
      ) each order by since, case_id limit ${limit}
    )
    select k.since, k.case_id as "caseId", c.household_id as "householdId", k.kommun, k.behind, k.reasons,
      case when s.step_id is null then null else jsonb_build_object('stepId', s.step_id, 'agency', s.agency,
        'kind', s.kind, 'status', s.status, 'dues', s.dues) end as root,
      ${isToday ? troubleOf : sql`'[]'::jsonb`} as trouble
    from stuck k join cases c on c.id = k.case_id
      left join case_steps s on s.case_id = k.case_id and s.step_id = k.root_step
    order by k.since, k.case_id`.execute(register);
  return result.rows;
}

/** Returns SQL for the spans that cover a day: first day included, last day excluded. */
export function covering(asOf: PlainDate): RawBuilder<unknown> {
  return sql`from_date <= ${asOf}::date and (to_date is null or to_date > ${asOf}::date)`;
}

/**
 * Condition on a step with all its occurrences, in the form of the index, or on one later occurrence if one is named.
 */
function isOf(step: StepId, column: RawBuilder<unknown>): RawBuilder<unknown> {
  return baseOf(step) === step ? sql`split_part(${column}, ':', 1) = ${step}` : sql`${column} = ${step}`;
}

/** Returns SQL conditions on spans, to be used after `covering`. */
export function spanConditions({
  caseId,
  kommuner,
  seenBy,
  step,
  agency,
  reason,
}: StuckFilters): RawBuilder<unknown> {
  const conditions = [
    ...(caseId ? [sql`case_id = ${caseId}`] : []),
    ...(kommuner ? [sql`kommun = any(${[...kommuner]}::text[])`] : []),
    ...(seenBy ? [seesCase(seenBy, sql`stuck_spans.case_id`)] : []),
    ...(step ? [isOf(step, sql`root_step`)] : []),
    ...(agency ? [sql`root_agency = ${agency}`] : []),
    ...(reason ? [sql`kinds @> ${[reason]}::text[]`] : []),
  ];
  return conditions.length === 0 ? sql`` : sql`and ${sql.join(conditions, sql` and `)}`;
}

function seesCase(agency: AgencyId, caseId: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`exists (select 1 from case_steps a where a.case_id = ${caseId} and a.agency = ${agency}
    and a.status_kind <> 'notApplicable')`;
}

/** Returns SQL conditions on a row `t` of `case_trouble` and its case `c`; false when another reason is asked for. */
export function troubleConditions({
  caseId,
  kommuner,
  seenBy,
  step,
  agency,
  reason = 'technical',
}: StuckFilters): RawBuilder<unknown> {
  const conditions = [
    sql`${reason === 'technical'}::boolean`,
    ...(caseId ? [sql`t.case_id = ${caseId}`] : []),
    ...(kommuner ? [sql`c.kommun = any(${[...kommuner]}::text[])`] : []),
    ...(seenBy ? [seesCase(seenBy, sql`t.case_id`)] : []),
    ...(step ? [isOf(step, sql`t.step_id`)] : []),
    ...(agency
      ? [
          sql`exists (select 1 from case_steps b
            where b.case_id = t.case_id and b.step_id = t.step_id and b.agency = ${agency})`,
        ]
      : []),
  ];
  return sql.join(conditions, sql` and `);
}

/**
 * Cases with technical trouble, since the day in Sweden on which the oldest began. When all reasons are asked for,
 * only cases without another reason: their spans include the rest.
 */
function technicallyStuck(
  asOf: PlainDate,
  filters: StuckFilters,
  past: RawBuilder<unknown>,
  limit: number,
): RawBuilder<unknown> {
  const isOnlyReason = filters.reason
    ? sql`true`
    : sql`not exists (select 1 from stuck_spans where stuck_spans.case_id = t.case_id and ${covering(asOf)})`;
  return sql`
    select * from (
      select t.case_id, min((t.since at time zone 'Europe/Stockholm')::date) as since, min(t.step_id) as root_step,
        c.kommun, array[]::text[] as behind, '[]'::jsonb as reasons
      from case_trouble t join cases c on c.id = t.case_id
      where ${troubleConditions(filters)} and ${isOnlyReason}
      group by t.case_id, c.kommun) t
    where true ${past} order by since, case_id limit ${limit}`;
}

const troubleOf = sql`coalesce((select jsonb_agg(jsonb_build_object('kind', t.kind, 'stepId', t.step_id,
  'since', to_char(t.since at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), 'attempts', t.attempts, 'code', t.code)
  order by t.since) from case_trouble t where t.case_id = k.case_id), '[]')`;
