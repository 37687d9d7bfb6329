import { sql } from 'kysely';
import type { CaseId, StepId } from '../../domain/model/ids';
import type { Register } from '../database';
import type { EngineTroubleKind } from './tables';

/** A hand-over or errand that has failed `attempts` times; `code` is the type of its last failure, never its text. */
export type FailingHandOver = {
  readonly caseId: CaseId;
  readonly stepId: StepId;
  readonly since: Date;
  readonly attempts: number;
  readonly code: string;
};

/** Records that handing a step over keeps failing; `since` stays that of the first record. */
export async function noteFailingHandOver(register: Register, failing: FailingHandOver): Promise<void> {
  const { caseId, stepId, since, attempts, code } = failing;
  await register
    .insertInto('engine_trouble')
    .values({ case_id: caseId, kind: 'handOverFailing', step_id: stepId, since, attempts, code })
    .onConflict((conflict) =>
      conflict.columns(['case_id', 'kind', 'step_id']).doUpdateSet({ attempts, code }),
    )
    .execute();
}

/** Clears the trouble of a step that has been handed over, or no longer needs to be. */
export async function clearFailingHandOver(
  register: Register,
  caseId: CaseId,
  stepId: StepId,
): Promise<void> {
  await register
    .deleteFrom('engine_trouble')
    .where('case_id', '=', caseId)
    .where('kind', '=', 'handOverFailing')
    .where('step_id', '=', stepId)
    .execute();
}

/** Clears the trouble of a missing workflow: a new run has asked for a plan. */
export async function clearMissingWorkflow(register: Register, caseId: CaseId): Promise<void> {
  await register
    .deleteFrom('engine_trouble')
    .where('case_id', '=', caseId)
    .where('kind', '=', 'workflowMissing')
    .execute();
}

/**
 * Replaces the cases with one kind of trouble: new ones have it since `at`, known ones keep their date, others are
 * cleared.
 */
export async function replaceTrouble(
  register: Register,
  kind: Exclude<EngineTroubleKind, 'handOverFailing'>,
  caseIds: readonly CaseId[],
  at: Date,
): Promise<void> {
  await register.transaction().execute(async (trx) => {
    await sql`delete from engine_trouble where kind = ${kind} and case_id <> all(${[...caseIds]}::uuid[])`.execute(
      trx,
    );
    await sql`insert into engine_trouble (case_id, kind, since)
      select id, ${kind}, ${at} from cases where id = any(${[...caseIds]}::uuid[])
      on conflict do nothing`.execute(trx);
  });
}

/**
 * Returns open cases after an id, in order of id, that began before a moment: each should have a running workflow.
 */
export async function openCasesAfter(
  register: Register,
  after: CaseId | undefined,
  begunBefore: Date,
  limit: number,
): Promise<CaseId[]> {
  let query = register
    .selectFrom('cases')
    .select('id')
    .where('state', '=', 'open')
    .where('assessed_at', '<', begunBefore)
    .orderBy('id')
    .limit(limit);
  if (after !== undefined) query = query.where('id', '>', after);
  return (await query.execute()).map(({ id }) => id);
}
