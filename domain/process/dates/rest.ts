import type { MessageItem, TimingKind } from '../../model/message';
import type { Due, PlannedStep } from '../../model/plan';
import type { PlainDate } from '../../model/plain-date';
import type { Pause, Restart, StepRecord } from '../../model/step-record';

/** Whether a step rests on a day: from the first day of the pause; on the day of its end the step runs again. */
export function isResting({ from, until }: Pause, day: PlainDate): boolean {
  return from <= day && (until === undefined || day < until);
}

/** Waits that the law keeps the time of: a clock, the time to appeal, the court. */
const NOT_OURS_TO_STOP: readonly string[] = ['timeRuns', 'refused', 'underReview', 'underAppeal'];

/** Whether a step may be paused: it is open, and what it waits for is no time of the law's. */
export function isPausable({ status }: Pick<PlannedStep, 'status'>): boolean {
  return status.kind === 'open' && !NOT_OURS_TO_STOP.includes(status.why);
}

/** Whether a date is ours to move by a pause or an extension: a target or an expectation, never a duty or a right. */
export function isMovable({ kind }: Due): boolean {
  return kind === 'target' || kind === 'expectation';
}

/** What a pause, a resumption or an extension changes in a step's record; `told` is the message and the day it was taken. */
export function timingChange(
  { pauses, extensions }: StepRecord,
  kind: TimingKind,
  { until, rule = '' }: MessageItem,
  told: Required<Restart>,
): Partial<StepRecord> {
  const { on, messageId } = told;
  switch (kind) {
    case 'pause':
      return { pauses: [...pauses, { from: on, ...(until ? { until } : {}), messageId }] };
    case 'resumption':
      return { pauses: pauses.map((pause) => (isResting(pause, on) ? { ...pause, until: on } : pause)) };
    case 'extension':
      return { extensions: [...extensions, { rule, until: until ?? on, on, messageId }] };
  }
}
