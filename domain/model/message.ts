import { z } from 'zod';
import { MessageId, StepId } from './ids';
import { PlainDate } from './plain-date';

/**
 * The messages that a case takes. `report` is an agency system's answer (a Signal); all others are a person's (an
 * Update), except `replan`, which a household member's change or a new rule version sends (a Signal), and a manager for
 * many cases (an Update). `reminder` reminds the agency or the caseworker for whom the step waits.
 */
export const MessageKind = z.enum([
  'completion',
  'reopening',
  'resubmission',
  'pause',
  'resumption',
  'extension',
  'reminder',
  'facts',
  'withdrawal',
  'report',
  'replan',
]);
export type MessageKind = z.infer<typeof MessageKind>;

/** Messages that pause an open step, resume it, or give it more time. They change no filing. */
export type TimingKind = Extract<MessageKind, 'pause' | 'resumption' | 'extension'>;

/**
 * One line of a message. A person's names no filing: it means the present one; but what a second person has approved
 * names that which it was proposed on. Without an outcome it is unreadable.
 */
export const MessageItem = z.strictObject({
  stepId: StepId.optional(),
  filing: z.number().int().positive().optional(),
  outcome: z.string().optional(),
  on: PlainDate.optional(),
  servedOn: PlainDate.optional(),
  /** Of a pause the day on which the step resumes; of an extension the new date. */
  until: PlainDate.optional(),
  /** Of an extension: the date that it moves. */
  rule: z.string().optional(),
});
export type MessageItem = z.infer<typeof MessageItem>;

/** All that a workflow ever receives of a message: ids, codes and days. Texts and fields stay in `messages.body`. */
export const CaseMessage = z.strictObject({
  kind: MessageKind,
  messageId: MessageId,
  items: z.array(MessageItem),
  expectedRevision: z.number().int().nonnegative().optional(),
});
export type CaseMessage = z.infer<typeof CaseMessage>;

/** Why a case refuses a message. One function decides it (`refusalOfMessage`), one table of the API words it. */
export type RefusalCode =
  | 'closed'
  | 'staleRevision'
  | 'blocked'
  | 'notOpen'
  | 'beingAnswered'
  | 'notAllowedNow'
  | 'afterCaseTime'
  | 'servedBeforeDecided'
  | 'notReopenable'
  | 'notPaused'
  /** A day that must be in the future is not. */
  | 'notAhead'
  /** The step has no such date, or one that only the law moves. */
  | 'notMovable'
  /** An extension to a day that is not later than the date as it stands. */
  | 'notLater'
  /** The case has no plan yet; the sender tries again under the same id. */
  | 'notReady';

/** A refusal, with the step that it is about. */
export type MessageRefusal = { readonly code: RefusalCode; readonly stepId?: string };
