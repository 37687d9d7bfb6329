import { z } from 'zod';
import { MessageId, StepId } from './ids';
import { PlainDate } from './plain-date';

/**
 * What a case can be told. `report` is an agency system's answer (a Signal); all others are a person's (an Update),
 * except `replan`, which a household member's change or a new rule version sends (a Signal).
 */
export const MessageKind = z.enum([
  'completion',
  'reopening',
  'resubmission',
  'facts',
  'withdrawal',
  'report',
  'replan',
]);
export type MessageKind = z.infer<typeof MessageKind>;

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

/** Why a case refuses a message. One maker (the update validator), one reader (the API's problem table). */
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
  /** The case has begun but not planned yet; the sender tries again under the same id. */
  | 'notReady';
