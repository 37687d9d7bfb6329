import { z } from 'zod';
import { listSubscriptions } from '../../../register/subscriptions/store';
import { defineEndpoint } from '../../endpoint';
import { SubscriptionAnswer, subscriptionAnswer } from './answer';

/** GET /subscriptions: what the caller asks to be told of, and how it stands. */
export const listSubscriptionsEndpoint = defineEndpoint({
  method: 'get',
  path: '/api/v1/subscriptions',
  tag: 'Subscriptions',
  summary: 'List one’s own subscriptions, how they stand and what is still on its way',
  access: { roles: ['caseworker', 'coordinator', 'manager'] },
  auditEvent: 'none',
  status: 200,
  result: z.object({ items: z.array(SubscriptionAnswer) }).meta({ id: 'Subscriptions' }),
  example: { identity: 'manager' },
  async handle({ caller }, { register }) {
    const subscriptions = await listSubscriptions(register, caller.subject);
    return { body: { items: subscriptions.map(subscriptionAnswer) } };
  },
});
