import { wakeInstant } from '../../law/wake';
import type { CaseFacts } from '../../model/facts';
import type { CaseId } from '../../model/ids';
import type { DoneStep, PlanDigest, Standing } from '../../model/assessment';
import type { AgencyId } from '../../model/agency';
import type { Plan, PlannedStep } from '../../model/plan';
import type { PlainDate } from '../../model/plain-date';
import { openStep } from './digest-open-step';
import { UNTOUCHED_RECORD, openedRecord } from '../planner/step-records';
import type { StepRecords } from '../../model/step-record';

/**
 * The part of a plan that a workflow needs and history keeps. The kommun is left out unless the person is known to be
 * unprotected: protected identity fails closed.
 */
export function digestOf(plan: Plan, facts: CaseFacts, caseId: CaseId): PlanDigest {
  const underWay = plan.steps.filter(({ status }) => status.kind === 'open');
  const dueDays = underWay
    .flatMap((step) => step.dues.filter((due) => due.kind === 'duty' || due.kind === 'target'))
    .map((due) => due.date)
    .sort();
  const wakeAt = wakeMoment(plan, caseId);
  const isUnprotected = facts.protectedIdentity?.level === 'none';
  const [since] = underWay.flatMap(openSince).sort();
  return {
    ...standingOf(plan.steps),
    retract: plan.steps.filter((step) => step.retract).map((step) => step.stepId),
    errands: plan.errands,
    finished: plan.finished,
    ...(since ? { since } : {}),
    ...(wakeAt === undefined ? {} : { wakeAt }),
    ...(isUnprotected && plan.kommun ? { kommun: plan.kommun } : {}),
    ...(dueDays[0] ? { dueOn: dueDays[0] } : {}),
  };
}

/** What messages about these steps are judged by, with the agencies that have an open one of them. */
export function standingOf(
  steps: readonly PlannedStep[],
): Standing & { readonly agencies: readonly AgencyId[] } {
  const words = [...new Set(steps.filter(takesWords).map(wordsOf))];
  const says = (step: PlannedStep) => words.indexOf(wordsOf(step));
  const underWay = steps.filter(({ status }) => status.kind === 'open');
  const agencies = [...new Set(underWay.map(({ agency }) => agency))];
  const paused = steps.filter(({ status }) => status.kind === 'paused').map(({ stepId }) => stepId);
  return {
    open: underWay.map((step) => openStep(step, says(step), agencies)),
    words,
    // A paused step takes nothing now either: what an agency says about it is kept until it goes on.
    blocked: steps
      .filter(({ status }) => status.kind === 'blocked' || status.kind === 'paused')
      .map((step) => step.stepId),
    done: steps.flatMap((step) => doneStep(step, says(step))),
    agencies,
    ...(paused.length > 0 ? { paused } : {}),
  };
}

/** When the case is to wake for its next date, in epoch milliseconds. */
export function wakeMoment({ wakeOn }: Plan, caseId: CaseId): number | undefined {
  return wakeOn && Date.parse(wakeInstant(wakeOn, caseId));
}

/** The records as the workflow will hold them once it has opened what the plan shows open. */
export function openedRecords(plan: Plan, records: StepRecords): StepRecords {
  const opened = plan.steps
    .filter((step) => step.status.kind === 'open')
    .map(({ stepId, filing }) => [
      stepId,
      openedRecord(records[stepId] ?? UNTOUCHED_RECORD, filing, plan.asOf),
    ]);
  return { ...records, ...Object.fromEntries(opened) };
}

function takesWords({ status }: PlannedStep): boolean {
  return status.kind === 'open' || status.kind === 'done';
}

function wordsOf({ allowed }: PlannedStep): string {
  return allowed.join(' ');
}

function openSince({ status }: PlannedStep): PlainDate[] {
  return status.kind === 'open' ? [status.since] : [];
}

/** One that takes no more words is over for good, and the case need not carry it along. */
function doneStep({ stepId, filing, status, allowed, notAfter }: PlannedStep, says: number): DoneStep[] {
  if (status.kind !== 'done' || allowed.length === 0) return [];
  return [{ stepId, filing, says, ...(notAfter ? { notAfter } : {}) }];
}
