import type { StepStatus } from '../../model/plan';
import { afterPauses } from './moved-dates';
import type { EndByTime } from '../steps/step-definition';
import { isPending, type StepInHand } from '../planner/step-in-hand';

/** The end that comes to a step by itself, past or coming: only while it is open and not decided. */
export function endByTimeOf(step: StepInHand, status: StepStatus): EndByTime | undefined {
  const { definition, context } = step;
  const end = status.kind === 'open' && isPending(step) ? definition.endsByTime?.(context) : undefined;
  // The one end by time that is configuration: a pause puts it off as it does an expectation.
  return end?.outcome === 'notRecorded' ? { ...end, on: afterPauses(end.on, step) } : end;
}

/** The step as it stands once time has had its say. */
export function endedByTime(step: StepInHand, end: EndByTime): StepInHand {
  return { ...step, course: { kind: 'ended', ...end, by: 'agency', byTime: true } };
}
