import { wakeInstant } from '../law/wake';
import type { CaseFacts } from '../model/facts';
import type { CaseId } from '../model/ids';
import type { DoneStep, OpenStep, PlanDigest } from '../model/assessment';
import type { Plan, PlannedStep } from '../model/plan';
import { UNTOUCHED_RECORD, openedRecord } from './opened-record';
import type { StepRecords } from '../model/step-record';

/**
 * The part of a plan that a workflow needs and history keeps. The kommun is left out unless the person is known to be
 * unprotected: protected identity fails closed.
 */
export function digestOf(plan: Plan, facts: CaseFacts, caseId: CaseId): PlanDigest {
  const open = plan.steps.flatMap(openStep);
  const dueDays = plan.steps
    .filter((step) => step.status.kind === 'open')
    .flatMap((step) => step.dues.filter((due) => due.kind === 'duty' || due.kind === 'target'))
    .map((due) => due.date)
    .sort();
  const wakeAt = wakeMoment(plan, caseId);
  const isUnprotected = facts.protectedIdentity?.level === 'none';
  return {
    open,
    // A paused step takes nothing now either: what an agency says about it is kept until it goes on.
    blocked: plan.steps
      .filter(({ status }) => status.kind === 'blocked' || status.kind === 'paused')
      .map((step) => step.stepId),
    done: plan.steps.flatMap(doneStep),
    retract: plan.steps.filter((step) => step.retract).map((step) => step.stepId),
    errands: plan.errands,
    finished: plan.finished,
    ...(wakeAt === undefined ? {} : { wakeAt }),
    ...(isUnprotected && plan.kommun ? { kommun: plan.kommun } : {}),
    ...(dueDays[0] ? { dueOn: dueDays[0] } : {}),
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

function openStep({ stepId, filing, status, allowed, agency, handOver }: PlannedStep): OpenStep[] {
  if (status.kind !== 'open') return [];
  const { waitingFor, since } = status;
  return [{ stepId, filing, waitingFor, allowed, since, agency, ...(handOver ? { handOver } : {}) }];
}

function doneStep({ stepId, filing, status, allowed, notAfter }: PlannedStep): DoneStep[] {
  return status.kind === 'done' ? [{ stepId, filing, allowed, ...(notAfter ? { notAfter } : {}) }] : [];
}
