import { type Insertable, sql, type Transaction } from 'kysely';
import type { PlanDigest } from '../../domain/model/assessment';
import type { CaseFacts } from '../../domain/model/facts';
import type { CaseId, HouseholdId, KommunCode, PersonId, StepId } from '../../domain/model/ids';
import type { Plan, StepStatus } from '../../domain/model/plan';
import type { Instant } from '../../domain/model/plain-date';
import type { StepRecords } from '../../domain/model/step-record';
import { RULES_VERSION } from '../../domain/process/steps/catalogue';
import { openedRecords } from '../../domain/process/judging/digest';
import { UNTOUCHED_RECORD } from '../../domain/process/planner/step-records';
import { lossDays } from '../../domain/process/stuck/losses';
import { baseOf } from '../../domain/process/planner/recurrence';
import type { RegisterSchema } from '../schema';
import { writeSpans } from '../statistics/spans';

/** The row of a case as an assessment finds it, locked until the transaction ends. */
export type CaseRow = {
  readonly caseId: CaseId;
  readonly personId: PersonId;
  readonly householdId: HouseholdId;
  readonly state: 'open' | 'closed';
  /** Where the person stayed by the last plan. */
  readonly kommun: KommunCode | null;
  readonly revision: number;
  readonly runId: string | null;
};

type Trx = Transaction<RegisterSchema>;

/** Which revision of which run an assessment writes, and at what case time. */
export type Writing = {
  readonly caseId: CaseId;
  readonly runId: string | null;
  readonly revision: number;
  readonly records: StepRecords;
  readonly facts: CaseFacts;
  readonly rulesVersion?: string;
  readonly now: Instant;
};

/** Locks a case's row, so that everything written about one case is written one after the other. */
export async function lockCase(trx: Trx, caseId: CaseId): Promise<CaseRow> {
  return trx
    .selectFrom('cases')
    .select([
      'id as caseId',
      'person_id as personId',
      'household_id as householdId',
      'state',
      'kommun',
      'revision',
      'run_id as runId',
    ])
    .where('id', '=', caseId)
    .forUpdate()
    .executeTakeFirstOrThrow();
}

/** The columns of `cases` that follow from a plan; intake writes the same for revision 0. */
export function caseColumns(plan: Plan, digest: PlanDigest, { records, rulesVersion, now }: Writing) {
  const { wakeAt } = digest;
  return {
    milestone: plan.milestones.at(-1)?.kind ?? null,
    milestones: JSON.stringify(plan.milestones),
    main_responsibility: plan.mainResponsibility,
    kommun: plan.kommun ?? null,
    technical: technicalOf(plan, records),
    next_wake_at: wakeAt === undefined ? null : new Date(wakeAt),
    finish_on: plan.finishOn ?? null,
    gap: plan.gap ? JSON.stringify(plan.gap) : null,
    protection: JSON.stringify(plan.protection),
    representative: plan.representative ? JSON.stringify(plan.representative) : null,
    next: JSON.stringify(plan.next),
    digest: JSON.stringify(digest),
    rules_version: rulesVersion ?? RULES_VERSION,
    assessed_at: new Date(now),
  };
}

/** The rows of `case_steps` that follow from a plan. */
export function stepRows(
  plan: Plan,
  { caseId, records, facts }: Pick<Writing, 'caseId' | 'records' | 'facts'>,
): Insertable<RegisterSchema['case_steps']>[] {
  const opened = openedRecords(plan, records);
  const positions = positionsOf(plan);
  const losses = lossDays(plan, facts);
  return plan.steps.map((step, index) => ({
    case_id: caseId,
    step_id: step.stepId,
    position: positions[index] ?? 0,
    agency: step.agency,
    kind: step.kind,
    law: step.law,
    unit: step.unit ?? null,
    ...statusColumns(step.status),
    due_date: step.dues[0]?.date ?? null,
    due_kind: step.dues[0]?.kind ?? null,
    dues: JSON.stringify(step.dues),
    allowed: [...step.allowed],
    filing: step.filing,
    record: JSON.stringify(opened[step.stepId] ?? UNTOUCHED_RECORD),
    kommun: plan.kommun ?? null,
    loss_on: losses.get(step.stepId) ?? null,
  }));
}

function statusColumns(status: StepStatus) {
  return {
    status: JSON.stringify(status),
    status_kind: status.kind,
    waiting_for: status.kind === 'open' ? status.waitingFor : null,
    since: status.kind === 'open' || status.kind === 'paused' ? status.since : null,
  };
}

/** The catalogue's order, with room for occurrences: a new one moves no other row. */
function positionsOf({ steps }: Plan): readonly number[] {
  let step = -1;
  let occurrence = 0;
  return steps.map(({ stepId }) => {
    const isLater = stepId !== baseOf(stepId);
    step += isLater ? 0 : 1;
    occurrence = isLater ? occurrence + 1 : 0;
    return step * 100 + occurrence;
  });
}

/** Writes a plan over the projection: the case's row, and those of its steps that changed. */
export async function writePlan(
  trx: Trx,
  row: CaseRow,
  writing: Writing,
  plan: Plan,
  digest: PlanDigest,
): Promise<void> {
  const { runId, revision, records, now } = writing;
  await trx
    .updateTable('cases')
    .set({
      ...caseColumns(plan, digest, writing),
      ...stateColumns(plan),
      technical_since: sinceWhen(technicalOf(plan, records), now),
      revision,
      run_id: runId,
    })
    .where('id', '=', row.caseId)
    .execute();
  await writeSteps(trx, plan, writing);
  await writeSpans(trx, row.caseId, plan, openedRecords(plan, records));
}

async function writeSteps(trx: Trx, plan: Plan, writing: Writing): Promise<void> {
  await trx
    .insertInto('case_steps')
    .values(stepRows(plan, writing))
    .onConflict((conflict) =>
      conflict
        .columns(['case_id', 'step_id'])
        .doUpdateSet((from) => ({
          position: from.ref('excluded.position'),
          agency: from.ref('excluded.agency'),
          kind: from.ref('excluded.kind'),
          law: from.ref('excluded.law'),
          unit: from.ref('excluded.unit'),
          status: from.ref('excluded.status'),
          status_kind: from.ref('excluded.status_kind'),
          waiting_for: from.ref('excluded.waiting_for'),
          since: from.ref('excluded.since'),
          due_date: from.ref('excluded.due_date'),
          due_kind: from.ref('excluded.due_kind'),
          dues: from.ref('excluded.dues'),
          allowed: from.ref('excluded.allowed'),
          filing: from.ref('excluded.filing'),
          record: from.ref('excluded.record'),
          kommun: from.ref('excluded.kommun'),
          loss_on: from.ref('excluded.loss_on'),
        }))
        .where(
          sql<boolean>`(case_steps.status, case_steps.unit, case_steps.dues, case_steps.allowed, case_steps.filing, case_steps.record, case_steps.kommun, case_steps.loss_on)
            is distinct from (excluded.status, excluded.unit, excluded.dues, excluded.allowed, excluded.filing, excluded.record, excluded.kommun, excluded.loss_on)`,
        ),
    )
    .execute();
}

/** The planner failed: the old plan stands, the records are updated, and the case shows as technically stuck. */
export async function writeFailure(trx: Trx, row: CaseRow, writing: Writing, reason: string): Promise<void> {
  await trx
    .updateTable('cases')
    .set({
      technical: JSON.stringify({ kind: 'planFailed', detail: reason }),
      technical_since: sinceWhen('planFailed', writing.now),
      revision: writing.revision,
      run_id: writing.runId,
    })
    .where('id', '=', row.caseId)
    .execute();
  for (const [stepId, record] of Object.entries(writing.records)) {
    await trx
      .updateTable('case_steps')
      .set({ record: JSON.stringify(record) })
      .where('case_id', '=', row.caseId)
      .where('step_id', '=', stepId as StepId)
      .execute();
  }
}

/** Continuing trouble keeps the moment it began. */
function sinceWhen(technical: string | null, now: Instant) {
  return technical === null ? null : sql<Date>`coalesce(technical_since, ${now}::timestamptz)`;
}

/** Whether the case has ended; one that has never wakes again. */
function stateColumns(plan: Plan) {
  if (!plan.finished) return { state: 'open' as const, closed_on: null };
  return { state: 'closed' as const, closed_on: plan.finishOn ?? plan.asOf, next_wake_at: null };
}

/** A case is technically stuck while a fact that never fitted waits for a caseworker. */
function technicalOf(plan: Plan, records: StepRecords): string | null {
  const stuck = plan.steps.find(({ stepId, filing, status }) => {
    const misfits = records[stepId]?.misfits ?? [];
    const isAhead = status.kind === 'open' || status.kind === 'blocked';
    return isAhead && misfits.some((misfit) => misfit.filing === filing);
  });
  return stuck ? JSON.stringify({ kind: 'misfit', detail: stuck.stepId }) : null;
}
