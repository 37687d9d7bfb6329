import type { DoneStep, OpenStep, Standing } from '../../model/assessment';
import type { MessageItem, MessageKind, RefusalCode } from '../../model/message';
import type { PlainDate } from '../../model/plain-date';
import type { StepRecord } from '../../model/step-record';
import { closedBy, maySay, unfitRest } from './may-say';
import { isTooLate } from './message-dates';
import { unfitReminder } from './unfit-reminder';

/** What else decides whether a step takes a message: the case's day, and what has happened to the step. */
export type Judging = {
  readonly today: PlainDate;
  readonly record?: StepRecord;
  /** An answer to the step has come that no plan has seen yet. */
  readonly isBeingAnswered: boolean;
};

/**
 * Why one line of a person's message has no place now; undefined when it has. The case asks before it takes a message,
 * and the preview of an action on many cases before anything is sent.
 */
export function unfit(
  standing: Standing,
  kind: MessageKind,
  item: MessageItem,
  judging: Judging,
): RefusalCode | undefined {
  switch (kind) {
    case 'completion':
      return unfitAnswer(standing, item, item.outcome ?? '', judging);
    case 'resubmission':
      return unfitAnswer(standing, item, 'resubmission', judging);
    case 'reopening':
      return isReopenable(standing, item) && !judging.isBeingAnswered ? undefined : 'notReopenable';
    case 'pause':
    case 'resumption':
    case 'extension':
      return judging.isBeingAnswered ? 'beingAnswered' : unfitRest(standing, kind, item, judging.today);
    case 'reminder':
      return judging.isBeingAnswered ? 'beingAnswered' : unfitReminder(standing, item, judging);
    case 'facts':
    case 'withdrawal':
    case 'replan':
      return undefined;
    case 'report':
      return 'notAllowedNow';
  }
}

function isReopenable(standing: Standing, { stepId }: MessageItem): boolean {
  const done = standing.done.find((step) => step.stepId === stepId);
  return done !== undefined && maySay(standing, done, 'reopening');
}

function unfitAnswer(
  standing: Standing,
  item: MessageItem,
  word: string,
  { isBeingAnswered }: Judging,
): RefusalCode | undefined {
  const closed = closedBy(standing, item.stepId);
  if (closed) return closed;
  const open = standing.open.find((step) => step.stepId === item.stepId);
  const done = standing.done.find((step) => step.stepId === item.stepId);
  const step = open ?? done;
  if (!step || isOfAnotherFiling(item, step)) return 'notOpen';
  if (isBeingAnswered) return 'beingAnswered';
  if (!maySay(standing, step, word)) return open ? 'notAllowedNow' : 'notOpen';
  return isTooLate(item, step) ? 'notAllowedNow' : undefined;
}

/** What was approved after it was proposed names the filing that it was proposed on. */
function isOfAnotherFiling({ filing }: MessageItem, step: OpenStep | DoneStep): boolean {
  return filing !== undefined && filing !== step.filing;
}
