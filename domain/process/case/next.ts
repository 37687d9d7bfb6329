import { addDays, latest } from '../../law/calendar';
import type { StepId } from '../../model/ids';
import type { PlainDate } from '../../model/plain-date';
import type { Plan } from '../../model/plan';
import { expectedRule } from '../dates/expected-rule';
import { isUnderWay, type PlacedStep } from '../planner/prepared-step';

/**
 * The blocked steps with the day each may be expected to open: the day a rule holds it to, or the usual end of what it
 * waits for. A step that lacks a fact is left out: no day can be expected for it.
 */
export function nextOf(steps: readonly PlacedStep[]): Plan['next'] {
  const openings = new Map<StepId, PlainDate>();
  for (const step of steps) {
    const day = expectedOpening(step, steps, openings);
    if (day !== undefined) openings.set(step.stepId, day);
  }
  return [...openings].map(([stepId, expectedOn]) => ({ stepId, expectedOn }));
}

function expectedOpening(
  { planned, context }: PlacedStep,
  steps: readonly PlacedStep[],
  openings: ReadonlyMap<StepId, PlainDate>,
): PlainDate | undefined {
  const { status } = planned;
  if (status.kind !== 'blocked' || status.facts.length > 0) return undefined;
  const ends = status.by.map((id) => {
    const awaited = steps.find(({ stepId }) => stepId === id);
    return awaited && expectedEnd(awaited, openings);
  });
  if (ends.includes(undefined)) return undefined;
  return latest(status.until ?? context.today, ...(ends as PlainDate[]));
}

/** The usual time after the opening; when that has passed the long time; when that has too, the usual time from now. */
function expectedEnd(step: PlacedStep, openings: ReadonlyMap<StepId, PlainDate>): PlainDate | undefined {
  const { medianDays, p90Days } = step.definition.expectation;
  const { today } = step.context;
  const opensOn = openings.get(step.stepId);
  if (opensOn !== undefined) return addDays(opensOn, medianDays);
  if (!isUnderWay(step.planned.status)) return undefined;
  const shown = step.planned.dues.find(({ rule }) => rule === expectedRule(step.stepId))?.date;
  const usual = shown ?? addDays(step.filingOpenedOn, medianDays);
  const long = addDays(usual, p90Days - medianDays);
  return [usual, long].find((day) => day >= today) ?? addDays(today, medianDays);
}
