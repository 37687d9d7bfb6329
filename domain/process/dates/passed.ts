import type { PlainDate } from '../../model/plain-date';
import type { Plan } from '../../model/plan';
import { isSettled } from '../filings/allowed';
import { isDecision } from '../filings/course';
import { isPending, isUnderWay, type PlacedStep } from '../planner/prepared-step';
import { opens } from './dues';
import { reminderRule, remindersOf } from './reminders';

/** Dates of a step that have passed and belong in the timeline: a duty passed, a right opened, a week of reminder. */
export function passedOf(step: PlacedStep): Plan['passed'] {
  const { stepId, context, planned } = step;
  if (!isUnderWay(planned.status) && planned.status.kind !== 'done') return [];
  if (isSettled(step, planned.status)) return [];
  const reminders = remindersOf(step)
    .filter(({ date }) => date <= context.today)
    .map((reminder) => ({ stepId, rule: reminderRule(step, reminder), date: reminder.date }));
  return [...datesPassed(step), ...reminders];
}

function datesPassed(step: PlacedStep): Plan['passed'] {
  const { context, definition, stepId } = step;
  const decidedOn = decisionDay(step);
  const dues = decidedOn === undefined ? step.lawDates : definition.dues(context);
  return dues
    .filter((due) => {
      if (opens(due)) return due.date <= context.today && (decidedOn === undefined || due.date <= decidedOn);
      if (due.kind !== 'duty') return false;
      return due.date < context.today && (decidedOn === undefined || due.date < decidedOn);
    })
    .map(({ rule, date }) => ({ stepId, rule, date }));
}

/** The day of the first decision on the present filing; from then on the agency owes nothing more by its dates. */
function decisionDay(step: PlacedStep): PlainDate | undefined {
  const { answers, definition } = step;
  if (isPending(step)) return undefined;
  return answers.find(({ outcome }) => isDecision(definition, outcome))?.on;
}
