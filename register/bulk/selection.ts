import { sql } from 'kysely';
import type { AgencyId } from '../../domain/model/agency';
import type { CaseId, KommunCode, StepId } from '../../domain/model/ids';
import type { PlainDate } from '../../domain/model/plain-date';
import type { StuckReason } from '../../domain/process/stuck-reason';
import type { Register } from '../database';
import { type CaseFilters, caseConditions } from '../reading/list';
import { covering, spanConditions } from '../stuck/list';

/** Which cases an action is for, by what holds of them. Those about a step are all to hold of one and the same step. */
export type BulkFilters = CaseFilters & {
  /** With a step of this colleague's that is under way. */
  readonly assignee?: string;
  /** Stuck for this reason. */
  readonly stuck?: StuckReason['kind'];
  /** Stuck with this step, or a step of this agency, at the root. */
  readonly rootStep?: StepId;
  readonly rootAgency?: AgencyId;
  /** Planned by rules older than these. */
  readonly rulesVersionBefore?: PlainDate;
};

/** Which cases an action is for: those that filters find, or these. */
export type Selection = { readonly filters: BulkFilters } | { readonly caseIds: readonly CaseId[] };

/** How much is selected at most, on which day, and of which kommuner; unset means all. */
export type SelectionBounds = {
  readonly asOf: PlainDate;
  readonly kommuner?: readonly KommunCode[];
  readonly limit: number;
};

/** The open cases that filters find, the oldest first. */
export async function selectCases(
  register: Register,
  filters: BulkFilters,
  { asOf, kommuner, limit }: SelectionBounds,
): Promise<CaseId[]> {
  const { assignee, rulesVersionBefore } = filters;
  const rows = await register
    .selectFrom('cases')
    .select('id')
    .where('state', '=', 'open')
    .where((eb) => eb.and(caseConditions(eb, filters, { kommuner })))
    .$if(assignee !== undefined, (query) => query.where(isOf(assignee ?? '')))
    .$if(rulesVersionBefore !== undefined, (query) =>
      query.where('rules_version', '<', rulesVersionBefore ?? ''),
    )
    .$if(isAboutStuck(filters), (query) => query.where(isStuck(filters, asOf)))
    .orderBy('opened_on')
    .orderBy('id')
    .limit(limit)
    .execute();
  return rows.map(({ id }) => id);
}

function isOf(assignee: string) {
  return sql<boolean>`exists (select 1 from case_steps s where s.case_id = cases.id and s.assignee = ${assignee}
    and s.status_kind in ('open', 'paused'))`;
}

function isAboutStuck({ stuck, rootStep, rootAgency }: BulkFilters): boolean {
  return (stuck ?? rootStep ?? rootAgency) !== undefined;
}

/** Technical trouble is of the present moment and lies in no span. */
function isStuck({ stuck, rootStep, rootAgency }: BulkFilters, asOf: PlainDate) {
  const root = {
    ...(rootStep && { step: rootStep }),
    ...(rootAgency && { agency: rootAgency }),
  };
  if (stuck === 'technical')
    return sql<boolean>`exists (select 1 from case_trouble t where t.case_id = cases.id
      ${rootStep ? sql`and t.step_id = ${rootStep}` : sql``})`;
  return sql<boolean>`exists (select 1 from stuck_spans where stuck_spans.case_id = cases.id and ${covering(asOf)}
    ${spanConditions({ ...root, ...(stuck && { reason: stuck }) })})`;
}
