import { z } from 'zod';
import { Fact } from '../domain/model/facts';
import { StepId } from '../domain/model/ids';
import { PlainDate } from '../domain/model/plain-date';
import { text } from '../domain/model/text';

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

/** Body of a `completion`: one or several steps answered by a person. */
export const CompletionBody = z.strictObject({ items: z.array(AnswerItem).min(1) });
export type CompletionBody = z.infer<typeof CompletionBody>;

/** Body of a `report`: what an agency's system wrote. An item without outcome could not be read; `unreadable` says what. */
export const ReportBody = z.strictObject({
  items: z.array(
    AnswerItem.partial({ stepId: true, outcome: true, on: true }).extend({
      unreadable: z.unknown().optional(),
    }),
  ),
});
export type ReportBody = z.infer<typeof ReportBody>;

/** Body of a `reopening` or `resubmission`. */
export const RestartBody = z.strictObject({
  items: z.array(z.strictObject({ stepId: StepId })),
  reason: z.string(),
});
export type RestartBody = z.infer<typeof RestartBody>;

/** Body of a `pause`, a `resumption` or an `extension`. */
export const RestBody = z.strictObject({
  items: z.array(
    z.strictObject({ stepId: StepId, rule: z.string().optional(), until: PlainDate.optional() }),
  ),
  reason: z.string(),
});
export type RestBody = z.infer<typeof RestBody>;

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
