import { z } from 'zod';
import { readInbox } from '../../../register/work/inbox';
import { EntryId, InboxEntry } from '../../answers/work/inbox-entry';
import { defineEndpoint } from '../../endpoint';
import { cursorOf, Limit, writeCursor } from '../../parameters';

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
  result: z.object({ items: z.array(InboxEntry), nextCursor: z.string().nullable() }).meta({ id: 'Inbox' }),
  async handle({ caller, query: { unread, limit, cursor } }, { register }) {
    const page = { limit: limit + 1, isUnreadOnly: unread === 'true', ...(cursor && { before: cursor[0] }) };
    const rows = await readInbox(register, caller.subject, page);
    const items = rows.slice(0, limit).map(({ id, at, readAt, ...row }) => ({
      ...row,
      entryId: id,
      at: at.toISOString(),
      readAt: readAt?.toISOString() ?? null,
    }));
    const last = rows.length > limit ? items.at(-1) : undefined;
    return { body: { items, nextCursor: last ? writeCursor([last.entryId]) : null } };
  },
});
