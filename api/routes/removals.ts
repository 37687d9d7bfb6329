import { z } from 'zod';
import { closeCalendar } from '../../register/calendar/calendars';
import type { Register } from '../../register/database';
import { removeSubscription } from '../../register/subscriptions/store';
import { removeView } from '../../register/work/saved-views';
import type { Role } from '../auth/caller';
import { defineEndpoint } from '../endpoint';
import { notFound } from '../problem';

type Removal<P extends z.ZodType> = {
  readonly path: `/${string}`;
  readonly tag: string;
  readonly summary: string;
  readonly roles: readonly Role[];
  readonly params: P;
  readonly identity: string;
  readonly what: string;
  readonly remove: (register: Register, owner: string, params: z.output<P>) => Promise<boolean>;
};

const Removed = z.object({ removed: z.literal(true) }).meta({ id: 'Removed' });

/** DELETE of something of the caller's own; 404 where the caller has no such thing. */
function removalEndpoint<P extends z.ZodType>(removal: Removal<P>) {
  const { path, tag, summary, roles, params, identity, what, remove } = removal;
  return defineEndpoint({
    method: 'delete',
    path,
    tag,
    summary,
    access: { roles },
    auditEvent: 'none',
    params,
    status: 200,
    result: Removed,
    example: { identity },
    async handle({ caller, params: named }, { register }) {
      if (!(await remove(register, caller.subject, named))) throw notFound(what);
      return { body: { removed: true as const } };
    },
  });
}

/** Removes a saved view. */
export const removeViewEndpoint = removalEndpoint({
  path: '/api/v1/worklist/views/{viewId}',
  tag: 'Worklist',
  summary: 'Remove a saved view of one’s own',
  roles: ['caseworker'],
  params: z.strictObject({ viewId: z.uuid() }),
  identity: 'caseworker-kommun',
  what: 'view',
  remove: (register, owner, { viewId }) => removeView(register, viewId, owner),
});

/** Ends a subscription; what is still to be delivered is not. */
export const removeSubscriptionEndpoint = removalEndpoint({
  path: '/api/v1/subscriptions/{subscriptionId}',
  tag: 'Subscriptions',
  summary: 'End a subscription of one’s own; nothing more is sent, also of what is still to be delivered',
  roles: ['caseworker', 'coordinator', 'manager'],
  params: z.strictObject({ subscriptionId: z.uuid() }),
  identity: 'manager',
  what: 'subscription',
  remove: (register, owner, { subscriptionId }) => removeSubscription(register, subscriptionId, owner),
});

/** Revokes the address of a calendar. */
export const closeCalendarEndpoint = removalEndpoint({
  path: '/api/v1/calendar',
  tag: 'Calendar',
  summary: 'Revoke the address of one’s own calendar',
  roles: ['caseworker', 'coordinator', 'manager'],
  params: z.strictObject({}),
  identity: 'caseworker-kommun',
  what: 'calendar',
  remove: closeCalendar,
});
