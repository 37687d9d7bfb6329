import { z } from 'zod';
import type { FilingKey } from './reference';

/** Faults that an agency can be set to have. Every part is off until it is set, and off again when set to false or 0. */
export const Behaviour = z
  .strictObject({
    down: z
      .union([z.boolean(), z.strictObject({ retryAfterSeconds: z.number().int().nonnegative() })])
      .describe('Closes the connection without an answer; with seconds it answers 503 with Retry-After'),
    slowMs: z.number().int().nonnegative().describe('Acts on a request, then delays the response, in ms'),
    refuse: z
      .union([z.boolean(), z.string().regex(/^[A-Z_]{3,40}$/)])
      .describe('Refuses a new filing for good'),
    completions: z.number().int().nonnegative().max(5).describe('Number of requests for more papers'),
    avslag: z.boolean().describe('Denies'),
    avvisad: z.boolean().describe('Dismisses without examining the matter'),
    leadDays: z.number().int().positive().describe('Days to the decision or the start, in place of the draw'),
    refuseDemand: z.boolean().describe('Refuses a demand for a decision (FL 12 §)'),
    twice: z
      .union([z.literal(false), z.enum(['redelivered', 'restated'])])
      .describe('Answers twice: under the same id, or once more under a new one'),
    lateDays: z
      .number()
      .int()
      .nonnegative()
      .describe('Days by which an answer is sent after the day that it names'),
    outOfOrder: z.boolean().describe('Sends the last answer of a matter before the earlier ones'),
    loseWebhook: z.boolean().describe('Believes it has answered although nothing was sent'),
  })
  .partial();
export type Behaviour = z.infer<typeof Behaviour>;

/** A behaviour for all, or for some cases or steps only. Later rules win over earlier ones, part by part. */
export const BehaviourRule = Behaviour.extend({
  caseIds: z.array(z.uuid()).optional(),
  steps: z.array(z.string()).optional(),
});
export type BehaviourRule = z.infer<typeof BehaviourRule>;

/** Returns the behaviour that applies to all cases and steps. */
export function generalBehaviour(rules: readonly BehaviourRule[]): Behaviour {
  return Object.assign({}, ...rules.filter(({ caseIds, steps }) => !caseIds && !steps)) as Behaviour;
}

/** Returns the behaviour that applies to one filing. */
export function behaviourFor(rules: readonly BehaviourRule[], key: FilingKey): Behaviour {
  const [step] = key.stepId.split(':');
  const concerning = rules.filter(
    ({ caseIds, steps }) =>
      (caseIds?.includes(key.caseId) ?? true) &&
      (steps?.some((name) => name === step || name === key.stepId) ?? true),
  );
  return Object.assign({}, ...concerning) as Behaviour;
}
