import type { DoneStep, OpenStep, PlanDigest } from '../../model/assessment';
import type { StepId } from '../../model/ids';
import type { CaseMessage, MessageItem, MessageKind, MessageRefusal, RefusalCode } from '../../model/message';
import type { PlainDate } from '../../model/plain-date';
import type { StepRecord } from '../../model/step-record';
import { isTooLate, wrongDate } from './message-dates';
import { refusalOfReminder } from './reminder-refusal';
import { closedBy, refusalOfTiming } from './timing-refusal';

/**
 * What a person's message is judged by. The case itself holds all of it; the register holds what the last assessment
 * wrote, and does not know what is still on its way to the case.
 */
export type Judging = {
  /** Undefined until the case has its first plan. */
  readonly digest: PlanDigest | undefined;
  readonly revision: number;
  /** The case's own day. */
  readonly today: PlainDate;
  readonly recordOf: (stepId: StepId) => StepRecord | undefined;
  /** An answer to the step has arrived that no plan has seen yet. */
  readonly isBeingAnswered: (stepId: StepId) => boolean;
};

/** A message as it is judged. */
type JudgedMessage = Pick<CaseMessage, 'kind' | 'items' | 'expectedRevision'>;

/**
 * Why a case refuses a person's message now; undefined when it takes it. The one judge: the case asks it before it takes
 * a message, the API before a proposal is stored or approved, and the preview of an action on many cases.
 */
export function refusalOfMessage(
  { kind, items, expectedRevision }: JudgedMessage,
  judging: Judging,
): MessageRefusal | undefined {
  const { digest, revision } = judging;
  if (!digest) return { code: 'notReady' };
  if (digest.finished) return { code: 'closed' };
  if (expectedRevision !== undefined && expectedRevision !== revision) return { code: 'staleRevision' };
  for (const item of items) {
    const code =
      refusalOfSecond(items, item) ??
      wrongDate(item, judging.today) ??
      refusalOfItem(digest, kind, item, judging);
    if (code) return { code, ...(item.stepId ? { stepId: item.stepId } : {}) };
  }
  return undefined;
}

function refusalOfSecond(
  items: readonly MessageItem[],
  { stepId }: MessageItem,
): 'beingAnswered' | undefined {
  const isTwice = stepId !== undefined && items.filter((item) => item.stepId === stepId).length > 1;
  return isTwice ? 'beingAnswered' : undefined;
}

function refusalOfItem(
  digest: PlanDigest,
  kind: MessageKind,
  item: MessageItem,
  { today, recordOf, isBeingAnswered }: Judging,
): RefusalCode | undefined {
  const { stepId } = item;
  const isAnswered = stepId !== undefined && isBeingAnswered(stepId);
  switch (kind) {
    case 'completion':
      return refusalOfAnswer(digest, item, item.outcome ?? '', isAnswered);
    case 'resubmission':
      return refusalOfAnswer(digest, item, 'resubmission', isAnswered);
    case 'reopening':
      return isReopenable(digest, stepId) && !isAnswered ? undefined : 'notReopenable';
    case 'pause':
    case 'resumption':
    case 'extension':
      return isAnswered ? 'beingAnswered' : refusalOfTiming(digest, kind, item, today);
    case 'reminder':
      return isAnswered
        ? 'beingAnswered'
        : refusalOfReminder(digest, stepId, stepId && recordOf(stepId), today);
    case 'facts':
    case 'withdrawal':
    case 'replan':
      return undefined;
    case 'report':
      return 'notAllowedNow';
  }
}

function isReopenable({ done }: PlanDigest, stepId: StepId | undefined): boolean {
  return done.some((step) => step.stepId === stepId && step.allowed.includes('reopening'));
}

function refusalOfAnswer(
  digest: PlanDigest,
  item: MessageItem,
  word: string,
  isAnswered: boolean,
): RefusalCode | undefined {
  const closed = closedBy(digest, item.stepId);
  if (closed) return closed;
  const open = digest.open.find((step) => step.stepId === item.stepId);
  const step = open ?? digest.done.find((each) => each.stepId === item.stepId);
  if (!step || isOfAnotherFiling(item, step)) return 'notOpen';
  if (isAnswered) return 'beingAnswered';
  if (!step.allowed.includes(word)) return open ? 'notAllowedNow' : 'notOpen';
  return isTooLate(item, step) ? 'notAllowedNow' : undefined;
}

/** An approved proposal names the filing that it was proposed on. */
function isOfAnotherFiling({ filing }: MessageItem, step: OpenStep | DoneStep): boolean {
  return filing !== undefined && filing !== step.filing;
}
