import type { PlainDate } from '../model/plain-date';
import type { EndByTime } from './step-definition';
import { isPending, type StepInHand } from './step-in-hand';
import { statusOf } from './step-status';

/** The end that comes to a step by itself, past or coming: only while it is open and nothing has been answered. */
export function endByTimeOf(step: StepInHand): EndByTime | undefined {
  const { definition, context } = step;
  if (definition.endsByTime === undefined || !isPending(step)) return undefined;
  return statusOf(step).kind === 'open' ? definition.endsByTime(context) : undefined;
}

/** The step as it stands once time has had its say. */
export function endedByTime(step: StepInHand): StepInHand {
  const end = endByTimeOf(step);
  if (end === undefined || end.on > step.context.today) return step;
  return { ...step, course: { kind: 'ended', ...end, by: 'agency', byTime: true } };
}

/** The coming day on which a step ends by itself. */
export function comingEndOf(step: StepInHand): PlainDate | undefined {
  return endByTimeOf(step)?.on;
}
