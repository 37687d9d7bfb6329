import { z } from 'zod';
import { Fact } from '../domain/model/facts';
import { MessageId, StepId } from '../domain/model/ids';
import { PlainDate } from '../domain/model/plain-date';
import { text } from '../domain/model/text';

/** Of a message of an action on many cases: which action, and its reason. */
const OfMany = { bulkAction: z.uuid().optional(), reason: z.string().optional() };

/** An answer to a step as `messages.body` stores it, with what the workflow never gets. */
export const AnswerItem = z.strictObject({
  stepId: StepId,
  filing: z.number().int().positive().optional(),
  outcome: z.string(),
  on: PlainDate,
  servedOn: PlainDate.optional(),
  fields: z.record(z.string(), z.string()),
  note: z.string().optional(),
});
export type AnswerItem = z.infer<typeof AnswerItem>;

/** The proposal of a completion that a second person approved; the ledger names both. */
const ApprovedProposal = z.strictObject({
  proposalId: MessageId,
  proposedBy: z.string(),
  approvedBy: z.string(),
});

/**
 * Body of a `completion` by a person or a `report` by an agency's system, which have the same form. An item of a
 * report without outcome could not be read; `unreadable` has its content.
 */
export const ReportBody = z.strictObject({
  items: z.array(
    AnswerItem.partial({ stepId: true, outcome: true, on: true }).extend({
      unreadable: z.unknown().optional(),
    }),
  ),
  /** Only of a completion. */
  proposal: ApprovedProposal.optional(),
  ...OfMany,
});
export type ReportBody = z.infer<typeof ReportBody>;

/** Body of a `reopening`, a `resubmission` or a `reminder`. */
export const RestartBody = z.strictObject({
  ...OfMany,
  items: z.array(z.strictObject({ stepId: StepId })),
  reason: z.string(),
});
export type RestartBody = z.infer<typeof RestartBody>;

/** Body of a `pause`, a `resumption` or an `extension`. */
export const RestBody = z.strictObject({
  ...OfMany,
  items: z.array(
    z.strictObject({ stepId: StepId, rule: z.string().optional(), until: PlainDate.optional() }),
  ),
  reason: z.string(),
});
export type RestBody = z.infer<typeof RestBody>;

/** Body of a `replan`: the message that caused it, or the action on many cases. */
export const ReplanBody = z.strictObject({ cause: z.uuid().optional(), ...OfMany });
export type ReplanBody = z.infer<typeof ReplanBody>;

/** A changed fact, of the person or of the whole household. */
export const ToldFact = z.strictObject({
  fact: Fact,
  appliesTo: z.enum(['person', 'household']),
  validFrom: PlainDate,
  source: text(200),
});
export type ToldFact = z.infer<typeof ToldFact>;

/** Body of `facts` and of `withdrawal` (whose one fact is a `withdrawal`). */
export const FactsBody = z.strictObject({ facts: z.array(ToldFact), items: z.array(z.never()) });
export type FactsBody = z.infer<typeof FactsBody>;
