import { sql, type RawBuilder } from 'kysely';
import { stockholmDayAt } from '../../domain/law/stockholm-day';
import type { CaseId, MessageId, StepId } from '../../domain/model/ids';
import type { Register } from '../database';
import { findColleague, mayTake, type StepPlace } from '../work/colleagues';
import { absenceUnderWay } from './absence';

/** The substitution by which somebody has a step on another's behalf. */
export type StandIn = { readonly absenceId: MessageId; readonly onBehalfOf: string };

/** Who receives a step that is assigned to a colleague who may be absent. */
export type Receiver = { readonly to: string; readonly standIn?: StandIn };

/**
 * Returns who receives a step assigned to `subject` at a moment: the substitute during an absence, unless the
 * substitute may not take that step.
 */
export async function receiverOf(
  trx: Register,
  subject: string,
  place: StepPlace,
  at: Date,
): Promise<Receiver> {
  const absence = await absenceUnderWay(trx, subject, stockholmDayAt(at.getTime()));
  if (!absence) return { to: subject };
  const substitute = await findColleague(trx, absence.substitute);
  if (!mayTake(substitute, place)) return { to: subject };
  return { to: absence.substitute, standIn: { absenceId: absence.id, onBehalfOf: subject } };
}

/** Ends the substitution for a step, if there is one. */
export async function closeStandIn(
  trx: Register,
  { caseId, stepId }: { readonly caseId: CaseId; readonly stepId: StepId },
  at: Date,
): Promise<void> {
  await trx
    .updateTable('absence_steps')
    .set({ closed_at: at })
    .where('case_id', '=', caseId)
    .where('step_id', '=', stepId)
    .where('closed_at', 'is', null)
    .execute();
}

/** Records that the assignee has a step on behalf of the absent colleague. */
export async function openStandIn(
  trx: Register,
  absenceId: MessageId,
  { caseId, stepId }: { readonly caseId: CaseId; readonly stepId: StepId },
  at: Date,
): Promise<void> {
  await trx
    .insertInto('absence_steps')
    .values({ absence_id: absenceId, case_id: caseId, step_id: stepId, at })
    .execute();
}

/**
 * Returns SQL for a query of steps with this alias: on whose behalf the assignee has the step; null when it is their
 * own.
 */
export function onBehalfOf(steps: string): RawBuilder<string | null> {
  return sql<string | null>`(select a.subject from absence_steps x join absences a on a.id = x.absence_id
    where x.case_id = ${sql.ref(`${steps}.case_id`)} and x.step_id = ${sql.ref(`${steps}.step_id`)}
      and x.closed_at is null)`;
}
