import { z } from 'zod';
import { readInbox } from '../../../register/work/inbox';
import { EntryId, InboxEntry } from '../../answers/work/inbox-entry';
import { defineEndpoint } from '../../endpoint';
import { cursorOf, cutPage, Limit, pageOf } from '../../paging';

/** GET /inbox: what the caller has been told, the newest first. */
export const readInboxEndpoint = defineEndpoint({
  method: 'get',
  path: '/api/v1/inbox',
  tag: 'Colleagues',
  summary: 'Read what one has been told: steps given and taken, mentions, what one watches for',
  access: { roles: ['caseworker', 'coordinator', 'manager', 'operator'] },
  auditEvent: 'none',
  query: z.strictObject({
    unread: z.enum(['true']).optional(),
    limit: Limit,
    cursor: cursorOf(EntryId).optional(),
  }),
  status: 200,
  result: pageOf(InboxEntry, 'Inbox'),
  async handle({ caller, query: { unread, limit, cursor } }, { register }) {
    const page = { limit: limit + 1, isUnreadOnly: unread === 'true', ...(cursor && { before: cursor[0] }) };
    const found = await readInbox(register, caller.subject, page);
    const { rows, nextCursor } = cutPage(found, limit, ({ id }) => [id]);
    const items = rows.map(({ id, at, readAt, ...row }) => ({
      ...row,
      entryId: id,
      at: at.toISOString(),
      readAt: readAt?.toISOString() ?? null,
    }));
    return { body: { items, nextCursor } };
  },
});
