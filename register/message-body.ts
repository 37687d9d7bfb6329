import { z } from 'zod';
import { Fact } from '../domain/model/facts';
import { MessageId, StepId } from '../domain/model/ids';
import { PlainDate } from '../domain/model/plain-date';
import { text } from '../domain/model/text';

/** Of a message that an action on many cases sent: which action, and the reason given for it. */
const OfMany = { bulkAction: z.uuid().optional(), reason: z.string().optional() };

/** An answer to a step as `messages.body` keeps it: with all that the workflow never sees. */
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

/** The proposal that a completion was, before a second person approved it; both are named in the ledger. */
const ApprovedProposal = z.strictObject({
  proposalId: MessageId,
  proposedBy: z.string(),
  approvedBy: z.string(),
});

/**
 * Body of a `completion` or a `report`, which are read alike: what a person told, or what an agency's system wrote. An
 * item of a report without outcome could not be read; `unreadable` says what.
 */
export const ReportBody = z.strictObject({
  items: z.array(
    AnswerItem.partial({ stepId: true, outcome: true, on: true }).extend({
      unreadable: z.unknown().optional(),
    }),
  ),
  /** These of a completion alone. */
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
