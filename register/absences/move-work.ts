import { stockholmDayAt } from '../../domain/law/stockholm-day';
import type { CaseId, MessageId, StepId } from '../../domain/model/ids';
import type { PlainDate } from '../../domain/model/plain-date';
import { lockCase } from '../assessment/projection';
import type { Register } from '../database';
import { isDatabaseAway } from '../health/faults';
import { assignStep, stepOwner, type StepOwner } from '../work/assign';
import { findColleague, mayTake } from '../work/colleagues';
import { ABSENCE_COLUMNS, type Absence, absenceStateOn, absenceUnderWay, lockAbsence } from './absence';
import { notifyNotTaken } from './plan';
import { closeStandIn } from './stand-in';

/** Actor in the ledger of what absences do. */
const ACTOR = 'absence';

type Place = { readonly caseId: CaseId; readonly stepId: StepId };

/**
 * Moves steps by the absences of a day: to the substitutes of absent colleagues, and back when an absence has ended.
 * Each step has its own transaction, so that an interrupted run continues where it stopped; a repeat does nothing. A
 * step that cannot be moved blocks no other; the first error is thrown at the end. `now` is wall time.
 */
export async function moveWork(register: Register, now: Date): Promise<void> {
  const today = stockholmDayAt(now.getTime());
  await forEach(await unsettledAbsences(register, today), async (absence) =>
    absenceStateOn(absence, today) === 'over'
      ? giveBack(register, absence, now)
      : handOver(register, absence, now, today),
  );
}

/**
 * Moves one item after another; throws the first error after all have been tried, or at once when the database is
 * unreachable.
 */
async function forEach<T>(items: readonly T[], move: (item: T) => Promise<void>): Promise<void> {
  const faults: unknown[] = [];
  for (const item of items) {
    await move(item).catch((fault: unknown) => faults.push(fault));
    if (isDatabaseAway(faults.at(-1))) break;
  }
  if (faults.length > 0) throw faults[0];
}

/** Absences with work to move; those that have ended come first, so that what is returned can be moved on. */
async function unsettledAbsences(register: Register, today: PlainDate): Promise<Absence[]> {
  const absences = await register
    .selectFrom('absences')
    .select(ABSENCE_COLUMNS)
    .where('settled_at', 'is', null)
    .where((eb) => eb.or([eb('from_date', '<=', today), eb('ended_at', 'is not', null)]))
    .orderBy('from_date')
    .orderBy('id')
    .execute();
  const isOver = (absence: Absence) => absenceStateOn(absence, today) === 'over';
  return [...absences.filter(isOver), ...absences.filter((absence) => !isOver(absence))];
}

async function handOver(register: Register, absence: Absence, now: Date, today: PlainDate): Promise<void> {
  const substitute = await findColleague(register, absence.substitute);
  const steps = await register
    .selectFrom('case_steps')
    .select(['case_id as caseId', 'step_id as stepId', 'agency', 'kommun'])
    .where('assignee', '=', absence.subject)
    .where('status_kind', 'in', ['open', 'paused'])
    .orderBy('case_id')
    .orderBy('step_id')
    .execute();
  const fitting = steps.filter((step) => mayTake(substitute, step));
  if (fitting.length < steps.length) await notifyNotTaken(register, absence, today);
  await forEach(fitting, async (step) => handOverStep(register, absence, step, now, today));
}

async function handOverStep(
  register: Register,
  absence: Absence,
  { caseId, stepId }: Place,
  now: Date,
  today: PlainDate,
): Promise<void> {
  const { id, subject, substitute } = absence;
  await register.transaction().execute(async (trx) => {
    await lockCase(trx, caseId);
    const present = await absenceUnderWay(trx, subject, today);
    const owner = await stepOwner(trx, caseId, stepId);
    if (present?.id !== id || owner?.assignee !== subject || !isAhead(owner)) return;
    const eventKey = keyOf(absence, 'to', { caseId, stepId }, owner);
    const standIn = { absenceId: id, onBehalfOf: subject };
    const given = { caseId, stepId, filing: owner.filing, from: subject, to: substitute, by: ACTOR, at: now };
    await assignStep(trx, { ...given, messageId: id, reason: 'absence', eventKey, standIn });
  });
}

async function giveBack(register: Register, absence: Absence, now: Date): Promise<void> {
  const steps = await register
    .selectFrom('absence_steps')
    .select(['case_id as caseId', 'step_id as stepId'])
    .where('absence_id', '=', absence.id)
    .where('closed_at', 'is', null)
    .orderBy('id')
    .execute();
  await forEach(steps, async (step) => giveStepBack(register, absence, step, now));
  await settle(register, absence, now);
}

/** Returns a step to its absent owner if the substitute still has it and it is still to be done; else it stays. */
async function giveStepBack(
  register: Register,
  absence: Absence,
  { caseId, stepId }: Place,
  now: Date,
): Promise<void> {
  const { id, subject, substitute } = absence;
  await register.transaction().execute(async (trx) => {
    await lockCase(trx, caseId);
    if (!(await isStillByAbsence(trx, id, { caseId, stepId }))) return;
    const owner = await stepOwner(trx, caseId, stepId);
    const returned = await findColleague(trx, subject);
    if (owner?.assignee !== substitute || !isAhead(owner) || !mayTake(returned, owner)) {
      await closeStandIn(trx, { caseId, stepId }, now);
      return;
    }
    const eventKey = keyOf(absence, 'back', { caseId, stepId }, owner);
    const back = { returnedFrom: id };
    const given = { caseId, stepId, filing: owner.filing, from: substitute, to: subject, by: ACTOR, at: now };
    await assignStep(trx, { ...given, messageId: id, reason: 'absence', eventKey, ...back });
  });
}

async function isStillByAbsence(
  trx: Register,
  absenceId: MessageId,
  { caseId, stepId }: Place,
): Promise<boolean> {
  const row = await trx
    .selectFrom('absence_steps')
    .select('id')
    .where('absence_id', '=', absenceId)
    .where('case_id', '=', caseId)
    .where('step_id', '=', stepId)
    .where('closed_at', 'is', null)
    .executeTakeFirst();
  return row !== undefined;
}

/**
 * Marks an absence as settled when nothing is left to return. A concurrent assignment by it is waited for and
 * returned next time.
 */
async function settle(register: Register, { id }: Absence, now: Date): Promise<void> {
  await register.transaction().execute(async (trx) => {
    await lockAbsence(trx, id);
    await trx
      .updateTable('absences')
      .set({ settled_at: now })
      .where('id', '=', id)
      .where((eb) =>
        eb.not(
          eb.exists(
            eb
              .selectFrom('absence_steps')
              .select('absence_steps.id')
              .where('absence_id', '=', id)
              .where('closed_at', 'is', null),
          ),
        ),
      )
      .execute();
  });
}

function isAhead({ status }: StepOwner): boolean {
  return status.kind === 'open' || status.kind === 'paused';
}

/** The same movement has the same key; a step that is assigned again is assigned at another moment. */
function keyOf(
  { id }: Absence,
  way: 'to' | 'back',
  { caseId, stepId }: Place,
  { assignedAt }: StepOwner,
): string {
  return `${id}/${way}/${caseId}/${stepId}/${assignedAt?.getTime() ?? 0}`;
}
