import type { CaseId, StepId } from '../../model/ids';
import type { Errand } from '../../model/plan';

/** What a filing is called everywhere, in our register and at the agency. */
export type FilingKey = { readonly caseId: CaseId; readonly stepId: StepId; readonly filing: number };

/** The reference of a filing: `caseId/stepId/filing`. */
export function filingReference({ caseId, stepId, filing }: FilingKey): string {
  return `${caseId}/${stepId}/${filing}`;
}

/** The reference of a message about a filing: `caseId/stepId/filing/<kind>/<n>`. */
export function errandReference(key: FilingKey, kind: Errand['kind'], n: number): string {
  return `${filingReference(key)}/${kind}/${n}`;
}
