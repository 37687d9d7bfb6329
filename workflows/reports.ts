import type { DoneStep, OpenStep, PlanDigest } from '../domain/model/assessment';
import type { KeptFact } from '../domain/model/case-state';
import type { StepId } from '../domain/model/ids';
import type { MessageItem } from '../domain/model/message';
import type { Misfit } from '../domain/model/step-record';
import { isTooLate, wrongDate } from '../domain/process/judging/message-dates';
import { closedBy, isPaused } from '../domain/process/judging/timing-refusal';
import { caseDay, type CaseRun, recordOf } from './case-run';

/** How long an agency's fact may wait for its place before a caseworker is asked. */
const KEPT_FOR = 5 * 24 * 3_600_000;

/** When a kept fact has waited long enough, in epoch milliseconds; no time runs while its step is paused. */
export function keptUntil({ plan }: CaseRun, { message, since }: KeptFact): number | undefined {
  const [item] = message.items;
  return plan && isPaused(plan, item?.stepId) ? undefined : since + KEPT_FOR;
}

/** Whether a kept fact fits now, or has waited too long. */
export function isKeptFactRipe(run: CaseRun): boolean {
  return run.kept.some((fact) => judge(run, fact) !== 'keep');
}

/** What the case does with an agency's fact. */
export type Judgement = 'taken' | 'late' | 'keep' | Misfit['why'];

/** Judges an agency's fact: an answer names its filing, and waits until that filing is recorded. */
export function judge(run: CaseRun, fact: KeptFact): Judgement {
  const { message } = fact;
  const [item] = message.items;
  if (!item?.stepId || item.outcome === undefined) return 'unknownOutcome';
  const wrong = wrongDate(item, caseDay());
  if (wrong) return wrong;
  const fit = run.plan ? fitOf(run, run.plan, item, item.stepId) : 'keep';
  return fit === 'keep' && Date.now() >= (keptUntil(run, fact) ?? Infinity) ? 'neverFitted' : fit;
}

function fitOf(run: CaseRun, plan: PlanDigest, item: MessageItem, stepId: StepId): 'taken' | 'late' | 'keep' {
  const open = plan.open.find((step) => step.stepId === stepId);
  if (open) return fitOfFiling(run, item, open) ?? (isExpected(run, item, open) ? 'taken' : 'keep');
  const done = plan.done.find((step) => step.stepId === stepId);
  if (done) return fitOfFiling(run, item, done) ?? (isAllowed(item, done) ? 'taken' : 'late');
  return closedBy(plan, stepId) ? 'keep' : 'late';
}

function fitOfFiling(
  run: CaseRun,
  item: MessageItem,
  step: OpenStep | DoneStep,
): 'late' | 'keep' | undefined {
  const filing = item.filing ?? step.filing;
  if (filing < step.filing) return 'late';
  // A step with an answer that no plan has seen yet is judged after the coming plan.
  return filing > step.filing || run.unplanned[step.stepId] !== undefined ? 'keep' : undefined;
}

/** An answer to a filing is expected once the agency has it. */
function isExpected(run: CaseRun, item: MessageItem, step: OpenStep): boolean {
  const isFiled = !step.handOver || recordOf(run, step.stepId).handOver?.state === 'filed';
  return isFiled && isAllowed(item, step);
}

function isAllowed(item: MessageItem, step: OpenStep | DoneStep): boolean {
  return step.allowed.includes(item.outcome ?? '') && !isTooLate(item, step);
}
