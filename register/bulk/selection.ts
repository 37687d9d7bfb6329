import type { AgencyId } from '../../domain/model/agency';
import type { CaseId, KommunCode, StepId } from '../../domain/model/ids';
import type { PlainDate } from '../../domain/model/plain-date';
import type { StuckReason } from '../../domain/process/stuck/reason';
import type { Register } from '../database';
import { type CaseFilters, caseConditions } from '../reading/list';

/** Which cases an action is for, by what holds of them. Those about a step are all to hold of one and the same step. */
export type BulkFilters = Omit<CaseFilters, 'stuck'> & {
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
  const { stuck: reason, rootStep, rootAgency, rulesVersionBefore, ...about } = filters;
  const isAboutStuck = (reason ?? rootStep ?? rootAgency) !== undefined;
  const stuck = isAboutStuck ? { asOf, reason, step: rootStep, agency: rootAgency } : undefined;
  const rows = await register
    .selectFrom('cases')
    .select('id')
    .where('state', '=', 'open')
    .where((eb) => eb.and(caseConditions(eb, { ...about, stuck }, { kommuner })))
    .$if(rulesVersionBefore !== undefined, (query) =>
      query.where('rules_version', '<', rulesVersionBefore ?? ''),
    )
    .orderBy('opened_on')
    .orderBy('id')
    .limit(limit)
    .execute();
  return rows.map(({ id }) => id);
}
