import { addWeeks } from '../../law/calendar';
import type { PlainDate } from '../../model/plain-date';
import { isDecision } from '../filings/course';
import type { PreparedStep } from '../planner/prepared-step';
import { takenOn } from './application-days';
import { isPausedOn } from './pauses';

/** A week after the filing at which the agency or the caseworker is reminded. */
export type Reminder = { readonly week: number; readonly date: PlainDate };

/** Name of a reminder among the dates of a case; one step's differ from another's. */
export function reminderRule({ definition }: PreparedStep, { week }: Reminder): string {
  return `${definition.id}Reminder${week}`;
}

/**
 * The reminders of the present filing, past and coming: counted from the day the agency's system took it, or from its
 * opening where no system does. Left out on days when the agency was not the one to act: decided, paused, or waiting
 * for what the newcomer had been asked for.
 */
export function remindersOf(step: PreparedStep): readonly Reminder[] {
  const start = step.definition.reminderWeeks.length > 0 ? startOf(step) : undefined;
  if (start === undefined) return [];
  return step.definition.reminderWeeks
    .map((week) => ({ week, date: addWeeks(start, week) }))
    .filter(({ date }) => isAgencysMove(step, date));
}

function startOf({ context, handedOver, filingOpenedOn }: PreparedStep): PlainDate | undefined {
  return handedOver ? takenOn(context) : filingOpenedOn;
}

function isAgencysMove({ definition, answers, record }: PreparedStep, day: PlainDate): boolean {
  const isPaused = record.pauses.some((pause) => isPausedOn(pause, day));
  const before = answers.filter(({ on }) => on <= day);
  const isDecided = before.some(({ outcome }) => isDecision(definition, outcome));
  const lastCompletion = before.findLast(
    ({ outcome }) => outcome === 'completionRequested' || outcome === 'completionAnswered',
  );
  return !isPaused && !isDecided && lastCompletion?.outcome !== 'completionRequested';
}
