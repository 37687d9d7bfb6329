import { stockholmDayAt } from '../../domain/law/stockholm-day';
import type { AgencyId } from '../../domain/model/agency';
import type { CaseId, KommunCode, StepId } from '../../domain/model/ids';
import type { PlannedStep } from '../../domain/model/plan';
import type { PlainDate } from '../../domain/model/plain-date';
import type { CaseToJudge, StepToJudge } from '../../domain/process/judging/bulk-action';
import type { Register } from '../database';

/** A step as it is judged, with what the words of a refusal name. */
export type JudgedStep = StepToJudge & Pick<PlannedStep, 'law' | 'dues'>;

/** What messages to a case are judged by, as far as the register knows: as of its last assessment. */
export type JudgedCase = CaseToJudge & {
  readonly caseId: CaseId;
  readonly registerVersion: number;
  readonly kommun: KommunCode | null;
  /** The day of its last assessment. */
  readonly assessedOn: PlainDate;
  readonly steps: readonly JudgedStep[];
};

/** Which steps of the cases are read: these, those of an agency, or without either all. */
export type StepSelection = { readonly steps?: readonly StepId[]; readonly agency?: AgencyId };

/** Reads cases as messages to them are judged, with those of their steps that are selected. Unknown ids are left out. */
export async function readJudgedCases(
  trx: Register,
  caseIds: readonly CaseId[],
  selection: StepSelection,
): Promise<Map<CaseId, JudgedCase>> {
  const steps = await readSteps(trx, caseIds, selection);
  const rows = await trx
    .selectFrom('cases')
    .select([
      'id as caseId',
      'digest',
      'revision',
      'register_version as registerVersion',
      'rules_version as rulesVersion',
      'kommun',
      'assessed_at as assessedAt',
    ])
    .where('id', 'in', [...caseIds])
    .execute();
  return new Map(
    rows.map(({ assessedAt, digest, ...row }) => [
      row.caseId,
      {
        ...row,
        digest: digest ?? undefined,
        assessedOn: stockholmDayAt(assessedAt.getTime()),
        steps: steps.get(row.caseId) ?? [],
      },
    ]),
  );
}

async function readSteps(
  trx: Register,
  caseIds: readonly CaseId[],
  { steps, agency }: StepSelection,
): Promise<Map<CaseId, JudgedStep[]>> {
  const found = new Map<CaseId, JudgedStep[]>();
  if (steps?.length === 0) return found;
  let query = trx
    .selectFrom('case_steps')
    .select(['case_id as caseId', 'step_id as stepId', 'agency', 'law', 'status', 'dues', 'filing', 'record'])
    .select('assignee')
    .where('case_id', 'in', [...caseIds])
    .orderBy('case_id')
    .orderBy('position');
  if (steps) query = query.where('step_id', 'in', [...steps]);
  if (agency) query = query.where('agency', '=', agency);
  for (const { caseId, ...step } of await query.execute()) {
    found.set(caseId, [...(found.get(caseId) ?? []), step]);
  }
  return found;
}
