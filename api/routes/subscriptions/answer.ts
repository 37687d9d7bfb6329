import { z } from 'zod';
import { Instant } from '../../../domain/model/plain-date';
import type { Subscription } from '../../../register/subscriptions/store';
import { Channels } from './channels';
import { ConditionBody } from './condition';

/** A subscription, as it is answered. */
export const SubscriptionAnswer = z
  .object({
    subscriptionId: z.uuid(),
    name: z.string(),
    condition: ConditionBody,
    deliver: Channels,
    state: z.enum(['over', 'under']),
    cases: z.number().int().nullable().describe('At the last look; null before the first'),
    changedAt: Instant.nullable().describe('When it was last told'),
    lookedAt: Instant.nullable(),
    createdAt: Instant,
    undelivered: z
      .array(
        z.object({
          position: z.number().int().describe('Which of `deliver`, from 0'),
          waiting: z.number().int(),
          lastCode: z.string().nullable().describe('What the last attempt ended with'),
        }),
      )
      .describe('What is still on its way'),
    webhookSecret: z
      .string()
      .optional()
      .describe('What the webhooks are signed with: answered to the first request only, never again'),
  })
  .meta({ id: 'Subscription' });

/** A subscription as the register has it, answered. */
export function subscriptionAnswer(subscription: Subscription): z.input<typeof SubscriptionAnswer> {
  const { id, name, condition, deliver, state, cases, undelivered } = subscription;
  const { changedAt, lookedAt, createdAt } = subscription;
  return {
    subscriptionId: id,
    name,
    condition,
    deliver: [...deliver],
    state,
    cases,
    changedAt: changedAt?.toISOString() ?? null,
    lookedAt: lookedAt?.toISOString() ?? null,
    createdAt: createdAt.toISOString(),
    undelivered: [...undelivered],
  };
}
