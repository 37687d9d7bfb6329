import { addDays } from '../../law/calendar';
import { ageDaysAfter } from '../../law/programme-age';
import { sfiAgeFrom } from '../../law/sfi';
import { temporaryProtectionChangeAfter } from '../../law/temporary-protection';
import type { CaseFacts } from '../../model/facts';
import type { PlainDate } from '../../model/plain-date';
import { opens } from '../dates/dues';
import { remindersOf } from '../dates/reminders';
import { settlesOn } from '../filings/allowed';
import type { PlacedStep } from '../planner/prepared-step';
import { nextPeriod } from '../planner/recurrence';
import { exitOf } from './exit';

/**
 * The next day on which the plan may change by itself: the day after a due date, the day a right opens, a reminder, the
 * end of a pause or of what holds a step back, a birthday that a rule reads; and of `others`: the
 * end of the case, a gap in income that begins, ends or moves.
 */
export function wakeDay(
  steps: readonly PlacedStep[],
  facts: CaseFacts,
  today: PlainDate,
  others: readonly (PlainDate | undefined)[],
): PlainDate | undefined {
  let first: PlainDate | undefined;
  const look: Look = (day) => {
    if (day !== undefined && day > today && (first === undefined || day < first)) first = day;
  };
  others.forEach(look);
  const exit = exitOf(facts);
  if (exit !== undefined && exit.on <= today) return first;
  look(exit?.on);
  for (const step of steps) if (step.isCarried) lookAtStep(step, look);
  daysOfPerson(facts, today).forEach(look);
  return first;
}

/** Considers a day; most steps of a long case have none to come, and a list of them all would cost more than the plan. */
type Look = (day: PlainDate | undefined) => void;

function lookAtStep(step: PlacedStep, look: Look): void {
  const { planned, definition, context } = step;
  // The first occurrence speaks for all of its step.
  if (definition.recurs && step.stepId === definition.id) look(nextPeriod(definition, context));
  switch (planned.status.kind) {
    case 'cancelled':
      return;
    case 'done':
      return look(settlesOn(step, planned.status));
    case 'blocked':
      look(planned.status.until);
      break;
    case 'open':
    case 'paused':
      lookAtOpenStep(step, look);
      break;
    case 'notApplicable':
  }
  definition.changesOn?.(context).forEach(look);
}

function lookAtOpenStep(step: PlacedStep, look: Look): void {
  look(step.endsOn);
  for (const due of step.planned.dues) look(opens(due) ? due.date : addDays(due.date, 1));
  for (const { date } of remindersOf(step)) look(date);
  for (const { from, until } of step.record.pauses) {
    look(from);
    look(until);
  }
}

function daysOfPerson({ birth }: CaseFacts, today: PlainDate): readonly (PlainDate | undefined)[] {
  const change = temporaryProtectionChangeAfter(today);
  if (birth === undefined) return [change];
  return [change, ...ageDaysAfter(birth.bornOn, today), sfiAgeFrom(birth.bornOn)];
}
