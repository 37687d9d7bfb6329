/** A sender's key of one filing: case, step, and the number of the filing within the step. */
export type FilingKey = { readonly caseId: string; readonly stepId: string; readonly filing: number };

export type ErrandKind = 'reminder' | 'completion' | 'demand';

const UUID = '[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}';
const FILING = `(${UUID})/([a-z][A-Za-z]*(?::[A-Za-z0-9-]+)?)/([1-9][0-9]{0,5})`;
const filingPattern = new RegExp(`^${FILING}$`);
const errandPattern = new RegExp(`^(${FILING})/(reminder|completion|demand)/[1-9][0-9]{0,5}$`);

/** Reads `caseId/stepId/filing`; undefined when the text is something else. */
export function filingKey(reference: unknown): FilingKey | undefined {
  const [, caseId, stepId, filing] =
    typeof reference === 'string' ? (filingPattern.exec(reference) ?? []) : [];
  return caseId && stepId && filing ? { caseId, stepId, filing: Number(filing) } : undefined;
}

/** The filing that `caseId/stepId/filing/<errand>/<n>` is about; undefined when the text is something else. */
export function filingOfErrand(reference: unknown): string | undefined {
  return typeof reference === 'string' ? errandPattern.exec(reference)?.[1] : undefined;
}
