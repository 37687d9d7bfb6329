import { monthEnd } from '../../law/calendar';
import type { Span } from '../../law/coverage';
import type { StepPlanned } from '../planner/step-in-hand';
import { dayIn } from '../dates/said-of-filing';

const GRANTS = ['granted', 'partly'];
/** The days that bistånd was granted for, in whole or in part, month by month. */
export function bistandSpans(occurrences: readonly StepPlanned[]): readonly Span[] {
  return occurrences.flatMap(grantedFor);
}

/** From the first day of its period, or from the decision where that is earlier, to the day that the decision names. */
function grantedFor({ planned: { status }, answers, context: { periodFrom } }: StepPlanned): readonly Span[] {
  if (status.kind !== 'done' || status.refusal || !GRANTS.includes(status.outcome)) return [];
  const from = periodFrom !== undefined && periodFrom < status.on ? periodFrom : status.on;
  const decision = answers.findLast(({ outcome }) => outcome === status.outcome);
  return [{ from, until: dayIn(decision, 'to') ?? monthEnd(periodFrom ?? status.on) }];
}
