import { z } from 'zod';
import { removeSubscription } from '../../../register/subscriptions/store';
import { defineEndpoint } from '../../endpoint';
import { notFound } from '../../problem';

/** DELETE /subscriptions/{subscriptionId}: ends one of the caller's own. */
export const removeSubscriptionEndpoint = defineEndpoint({
  method: 'delete',
  path: '/api/v1/subscriptions/{subscriptionId}',
  tag: 'Subscriptions',
  summary: 'End a subscription of one’s own; nothing more is told, also of what is on its way',
  access: { roles: ['caseworker', 'coordinator', 'manager'] },
  auditEvent: 'none',
  params: z.strictObject({ subscriptionId: z.uuid() }),
  status: 200,
  result: z.object({ removed: z.literal(true) }).meta({ id: 'SubscriptionRemoved' }),
  example: { identity: 'manager' },
  async handle({ caller, params: { subscriptionId } }, { register }) {
    if (!(await removeSubscription(register, subscriptionId, caller.subject))) throw notFound('subscription');
    return { body: { removed: true as const } };
  },
});
