import type { Due, StepStatus } from '../model/plan';
import { hasPlace } from './decision-outcomes';
import { opens } from './dues';
import { troubleOf } from './hand-over';
import { isPending, type StepInHand } from './step-in-hand';

/**
 * The outcomes and messages that a step takes now: a paused one nothing. A refusal that stands because its time ran out
 * takes word of an appeal that came in time and is told late (`PlannedStep.notAfter` is the last day).
 */
export function allowedOf(step: StepInHand, status: StepStatus, dues: readonly Due[]): readonly string[] {
  if (status.kind === 'done') return ['reopening', ...laterOutcomes(step, status)];
  if (status.kind !== 'open') return [];
  const outcomes = Object.keys(step.definition.outcomes).filter((outcome) => isAllowed(step, outcome, dues));
  return troubleOf(step) && isPending(step) ? [...outcomes, 'resubmission'] : outcomes;
}

function laterOutcomes(
  { course, definition }: StepInHand,
  status: StepStatus & { kind: 'done' },
): readonly string[] {
  if (status.refusal) return course.kind === 'refusalStands' && course.lapsedAfter ? ['appealFiled'] : [];
  return Object.keys(definition.outcomes).filter((outcome) => definition.outcomes[outcome]?.later);
}

function isAllowed(
  { course, definition, context }: StepInHand,
  outcome: string,
  dues: readonly Due[],
): boolean {
  if (definition.outcomes[outcome]?.later || !hasPlace(outcome, course.kind)) return false;
  if (outcome === 'decisionDemanded') return dues.some((due) => opens(due) && due.date <= context.today);
  if (outcome === 'decisionServed') return !('servedOn' in course);
  return true;
}
