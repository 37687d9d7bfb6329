import { stockholmDayAt } from '../../domain/law/stockholm-day';
import type { CaseId, KommunCode } from '../../domain/model/ids';
import type { PlainDate } from '../../domain/model/plain-date';
import type { BulkAction, CaseToJudge, StepToJudge } from '../../domain/process/judging/bulk-action';
import type { Register } from '../database';

/** A case that an action is for: its version, its own day, and what the action is judged by. */
export type JudgedCase = CaseToJudge & {
  readonly caseId: CaseId;
  readonly revision: number;
  readonly registerVersion: number;
  readonly kommun: KommunCode | null;
  /** The day of its last assessment. */
  readonly assessedOn: PlainDate;
};

/** Reads cases as an action judges them, each with those of its steps that the action is about. Unknown ids are left out. */
export async function readCasesToJudge(
  trx: Register,
  caseIds: readonly CaseId[],
  action: BulkAction,
): Promise<Map<CaseId, JudgedCase>> {
  const steps = await stepsToJudge(trx, caseIds, action);
  const rows = await trx
    .selectFrom('cases')
    .select([
      'id as caseId',
      'state',
      'revision',
      'register_version as registerVersion',
      'rules_version as rulesVersion',
      'kommun',
      'assessed_at as assessedAt',
    ])
    .where('id', 'in', [...caseIds])
    .execute();
  return new Map(
    rows.map(({ assessedAt, ...row }) => {
      const assessedOn = stockholmDayAt(assessedAt.getTime());
      return [row.caseId, { ...row, assessedOn, steps: steps.get(row.caseId) ?? [] }];
    }),
  );
}

type StepRow = Omit<StepToJudge, 'handOver' | 'unit'> & {
  readonly caseId: CaseId;
  readonly unit: string | null;
};

async function stepsToJudge(
  trx: Register,
  caseIds: readonly CaseId[],
  action: BulkAction,
): Promise<Map<CaseId, StepToJudge[]>> {
  const found = new Map<CaseId, StepToJudge[]>();
  if (action.kind === 'replan') return found;
  const { step, agency } = { agency: undefined, ...action };
  const rows: StepRow[] = await trx
    .selectFrom('case_steps')
    .select([
      'case_id as caseId',
      'step_id as stepId',
      'agency',
      'kind',
      'law',
      'unit',
      'status',
      'dues',
      'allowed',
      'filing',
      'record',
      'assignee',
    ])
    .where('case_id', 'in', [...caseIds])
    .$if(step !== undefined, (query) => query.where('step_id', '=', step ?? ('' as never)))
    .$if(agency !== undefined, (query) => query.where('agency', '=', agency ?? ('' as never)))
    .orderBy('case_id')
    .orderBy('position')
    .execute();
  for (const row of rows) found.set(row.caseId, [...(found.get(row.caseId) ?? []), stepOf(row)]);
  return found;
}

/** What a refused decision waits for is no filing of the agency's system any more, though that once took it. */
const NOT_WITH_SYSTEM: readonly string[] = ['refused', 'underReview', 'underAppeal'];

/** The plan's own words of who has the filing are kept nowhere; the record says it. */
function stepOf({ caseId: _caseId, unit, ...row }: StepRow): StepToJudge {
  const { handOver } = row.record;
  const isWithSystem =
    row.status.kind === 'open' &&
    !NOT_WITH_SYSTEM.includes(row.status.why) &&
    handOver?.filing === row.filing &&
    (handOver.state === 'filed' || handOver.state === 'running');
  return {
    ...row,
    ...(unit === null ? {} : { unit }),
    ...(isWithSystem ? { handOver: handOver.agency } : {}),
  };
}
