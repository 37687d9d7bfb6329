import { randomBytes } from 'node:crypto';
import type { z } from 'zod';
import { addSubscription } from '../../../register/subscriptions/store';
import { defineEndpoint } from '../../endpoint';
import { changeRegister } from '../../messages/own-change';
import { Problem } from '../../problem';
import { SubscriptionAnswer, subscriptionAnswer } from './answer';
import { requireDeliverable } from './channels';
import { requireCountable } from './condition';
import { NEW_SUBSCRIPTION_EXAMPLE, NewSubscription } from './new-subscription';

const MOST = 50;

/** POST /subscriptions: the caller wants to be told when more cases than a number are so, and when no longer. */
export const addSubscriptionEndpoint = defineEndpoint({
  method: 'post',
  path: '/api/v1/subscriptions',
  tag: 'Subscriptions',
  summary: 'Be told when more cases than a number wait or are stuck, and again when it is over',
  description:
    'Counted about once a minute within what the caller may know of then. A repeat under the same key is answered ' +
    'without the secret: it is kept in no answer.',
  access: { roles: ['caseworker', 'coordinator', 'manager'] },
  auditEvent: 'none',
  idempotencyKey: 'required',
  body: NewSubscription,
  status: 201,
  result: SubscriptionAnswer,
  problems: ['too-many', 'not-deliverable'],
  example: NEW_SUBSCRIPTION_EXAMPLE,
  async handle({ caller, message, body }, services) {
    requireCountable(body.condition, caller);
    requireDeliverable(body.deliver, caller, services);
    const hasWebhook = body.deliver.some(({ kind }) => kind === 'webhook');
    const webhookSecret = hasWebhook ? `whsec_${randomBytes(32).toString('base64')}` : null;
    let added: z.input<typeof SubscriptionAnswer> | undefined;
    const answer = await changeRegister(
      { caller, message, kind: 'subscription', body },
      services,
      async (trx) => {
        const subscription = await addSubscription(
          trx,
          { owner: caller.subject, ...body, webhookSecret },
          MOST,
        );
        if (!subscription)
          throw new Problem('too-many', `At most ${MOST} subscriptions can be had at a time.`);
        added = subscriptionAnswer(subscription);
        return { status: 201, body: added };
      },
    );
    return added ? { body: { ...added, ...(webhookSecret && { webhookSecret }) } } : answer;
  },
});
