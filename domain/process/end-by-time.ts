import type { StepStatus } from '../model/plan';
import type { EndByTime } from './step-definition';
import { isPending, type StepInHand } from './step-in-hand';

/** The end that comes to a step by itself, past or coming: only while it is open and not decided. */
export function endByTimeOf(step: StepInHand, status: StepStatus): EndByTime | undefined {
  const { definition, context } = step;
  return status.kind === 'open' && isPending(step) ? definition.endsByTime?.(context) : undefined;
}

/** The step as it stands once time has had its say. */
export function endedByTime(step: StepInHand, end: EndByTime): StepInHand {
  return { ...step, course: { kind: 'ended', ...end, by: 'agency', byTime: true } };
}
