import { wakeInstant } from '../../law/wake';
import type { CaseFacts } from '../../model/facts';
import type { CaseId, StepId } from '../../model/ids';
import type { DoneStep, OpenStep, PlanDigest } from '../../model/assessment';
import type { Plan, PlannedStep, StepStatus } from '../../model/plan';
import type { PlainDate } from '../../model/plain-date';
import type { StepRecords } from '../../model/step-record';
import { isMovable, isPausable } from '../dates/pauses';
import { UNTOUCHED_RECORD, openedRecord } from '../planner/step-records';

/**
 * The part of a plan that messages are judged by and the workflow acts on. The kommun is left out unless the person is
 * known to be unprotected: protected identity fails closed.
 */
export function digestOf(plan: Plan, facts: CaseFacts, caseId: CaseId): PlanDigest {
  const dueDays = plan.steps
    .filter(({ status }) => status.kind === 'open')
    .flatMap(({ dues }) => dues.filter(({ kind }) => kind === 'duty' || kind === 'target'))
    .map(({ date }) => date)
    .sort();
  const [since] = plan.steps.flatMap(openSince).sort();
  const isUnprotected = facts.protectedIdentity?.level === 'none';
  return {
    open: plan.steps.flatMap(openStep),
    blocked: stepsThatAre('blocked', plan),
    paused: stepsThatAre('paused', plan),
    done: plan.steps.flatMap(doneStep),
    retract: plan.steps.filter(({ retract }) => retract).map(({ stepId }) => stepId),
    errands: plan.errands,
    ...(plan.wakeOn ? { wakeAt: Date.parse(wakeInstant(plan.wakeOn, caseId)) } : {}),
    finished: plan.finished,
    ...(isUnprotected && plan.kommun ? { kommun: plan.kommun } : {}),
    ...(dueDays[0] ? { dueOn: dueDays[0] } : {}),
    ...(since ? { since } : {}),
  };
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

function stepsThatAre(kind: StepStatus['kind'], { steps }: Plan): StepId[] {
  return steps.filter(({ status }) => status.kind === kind).map(({ stepId }) => stepId);
}

function openSince({ status }: PlannedStep): PlainDate[] {
  return status.kind === 'open' ? [status.since] : [];
}

function openStep(step: PlannedStep): OpenStep[] {
  const { stepId, agency, filing, status, allowed, handOver, dues, moved } = step;
  if (status.kind !== 'open') return [];
  return [
    {
      stepId,
      agency,
      filing,
      waitingFor: status.waitingFor,
      allowed,
      ...(handOver ? { handOver } : {}),
      movable: Object.fromEntries(dues.filter(isMovable).map(({ rule, date }) => [rule, date])),
      ...(dues[0] ? { due: dues[0].date } : {}),
      isPausable: isPausable(step),
      ...(moved ? { moved } : {}),
    },
  ];
}

/** A step that takes nothing more has ended for good and is left out. */
function doneStep({ stepId, filing, status, allowed, notAfter }: PlannedStep): DoneStep[] {
  if (status.kind !== 'done' || allowed.length === 0) return [];
  return [{ stepId, filing, allowed, ...(notAfter ? { notAfter } : {}) }];
}
