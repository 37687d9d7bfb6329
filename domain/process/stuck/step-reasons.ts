import { addDays, latest } from '../../law/calendar';
import { workingDayAfter } from '../../law/working-days';
import type { PlainDate } from '../../model/plain-date';
import type { Due, StepStatus } from '../../model/plan';
import { expectedRule } from '../dates/expected-rule';
import { stepDefinition } from '../steps/catalogue';
import type { Situation, StuckReason, StuckStep } from './reason';

/** Working days that a caseworker's step may be open without a person; configuration of ours, no statute. */
const WORKING_DAYS_UNOWNED = 3;

/**
 * The reasons that lie in one step under way: a duty or target that has passed, silence, a step without an owner. A
 * step that is paused may be silent and unowned, but its duties pass all the same.
 */
export function stepReasons(step: StuckStep, today: PlainDate, situation: Situation): readonly StuckReason[] {
  const { kind } = step.status;
  if (kind !== 'open' && kind !== 'paused') return [];
  const reasons =
    kind === 'open'
      ? [...overdue(step), ...silent(step, situation), ...unowned(step, situation)]
      : overdue(step);
  return reasons.filter(({ since }) => since <= today);
}

/** Counted from the first working day after the date, which itself is already moved where the law moves it. */
function overdue({ stepId, dues, status }: StuckStep): readonly StuckReason[] {
  return dues
    .filter((due) => due.kind === 'duty' || (due.kind === 'target' && !movesOn(due, status)))
    .map(({ rule, law, whose, date }) => ({
      kind: 'overdue',
      step: stepId,
      since: workingDayAfter(date, 1),
      date,
      rule,
      law,
      whose,
    }));
}

/** While a pause without an end lasts, a target that had not passed when it began is a day later every day. */
function movesOn({ date }: Due, status: StepStatus): boolean {
  return status.kind === 'paused' && status.until === undefined && date >= status.since;
}

/**
 * The usual time has run out since the filing opened, and once more since something last happened to it. A clock is
 * never silent: nobody is to answer.
 */
function silent({ stepId, kind, dues }: StuckStep, { lastEventOn }: Situation): readonly StuckReason[] {
  const definition = stepDefinition(stepId);
  const expected = dues.find(({ rule }) => rule === expectedRule(stepId))?.date;
  if (definition === undefined || expected === undefined || kind === 'clock') return [];
  const lastOn = lastEventOn?.[stepId];
  const quietUntil = lastOn ? latest(expected, addDays(lastOn, definition.expectation.medianDays)) : expected;
  return [{ kind: 'silent', step: stepId, since: addDays(quietUntil, 1) }];
}

/** More than so many working days have passed: counted from the first working day after them. */
function unowned({ stepId }: StuckStep, { unownedSince }: Situation): readonly StuckReason[] {
  const since = unownedSince?.[stepId];
  if (since === undefined) return [];
  return [{ kind: 'unowned', step: stepId, since: workingDayAfter(since, WORKING_DAYS_UNOWNED + 1) }];
}
