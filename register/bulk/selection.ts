import type { CaseId, KommunCode } from '../../domain/model/ids';
import type { PlainDate } from '../../domain/model/plain-date';
import type { Register } from '../database';
import type { BulkFilters } from '../reading/case-filters';
import { caseConditions } from '../reading/list';

/** Limits of a selection: at most how many, on which day, and in which kommuner; unset means all. */
export type SelectionBounds = {
  readonly asOf: PlainDate;
  readonly kommuner?: readonly KommunCode[];
  readonly limit: number;
};

/** Returns the open cases that match the filters, the oldest first. */
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
