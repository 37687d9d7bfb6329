import type { PlainDate } from '../../model/plain-date';
import type { Due, PlannedStep } from '../../model/plan';
import type { Pause } from '../../model/step-record';

/** Whether a step is paused on a day: from the first day of the pause; on the day of its end the step runs again. */
export function isPausedOn({ from, until }: Pause, day: PlainDate): boolean {
  return from <= day && (until === undefined || day < until);
}

/** Waits whose time the law sets: a clock, the time to appeal, the court. */
const NOT_PAUSABLE: readonly string[] = ['timeRuns', 'refused', 'underReview', 'underAppeal'];

/** Whether a step may be paused: it is open, and the law does not set the time of what it waits for. */
export function isPausable({ status }: Pick<PlannedStep, 'status'>): boolean {
  return status.kind === 'open' && !NOT_PAUSABLE.includes(status.why);
}

/** Whether a pause or an extension moves a date: a target or an expectation, never a duty or a right. */
export function isMovable({ kind }: Due): boolean {
  return kind === 'target' || kind === 'expectation';
}
