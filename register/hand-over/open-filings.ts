import { sql } from 'kysely';
import type { CaseId, StepId } from '../../domain/model/ids';
import type { FilingKey } from '../../domain/process/filings/filing-reference';
import type { Register } from '../database';

/** A filing that an agency has received, by its reference `caseId/stepId/filing`. */
export type OpenFiling = FilingKey & { readonly reference: string };

/**
 * Returns filings of a step that its agency has received and that are open: of open cases, the present filing of
 * each, neither retracted nor refused. In order of reference, `limit` of them after `after`.
 */
export async function openFilings(
  register: Register,
  stepId: StepId,
  { after, limit }: { readonly after: string; readonly limit: number },
): Promise<OpenFiling[]> {
  const { rows } = await sql<{ reference: string; caseId: CaseId; filing: number }>`
    select r.key as reference, r.case_id as "caseId", r.filing from case_steps s
    join cases c on c.id = s.case_id and c.state = 'open'
    join receipts r on r.key = s.case_id || '/' || s.step_id || '/' || s.filing
    where s.step_id = ${stepId} and s.status_kind = 'open' and s.record -> 'handOver' ->> 'state' = 'filed'
      and r.key > ${after}
    order by r.key limit ${limit}`.execute(register);
  return rows.map((row) => ({ ...row, stepId }));
}
