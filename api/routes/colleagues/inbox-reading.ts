import { z } from 'zod';
import { markInboxRead } from '../../../register/work/inbox';
import { EntryId } from '../../answers/work/inbox-entry';
import { defineEndpoint } from '../../endpoint';
import { changeRegister } from '../../messages/own-change';

/** POST /inbox/reading: all up to an entry has been read. */
export const markInboxReadEndpoint = defineEndpoint({
  method: 'post',
  path: '/api/v1/inbox/reading',
  tag: 'Colleagues',
  summary: 'Mark everything up to and with an entry as read',
  access: { roles: ['caseworker', 'coordinator', 'manager', 'operator'] },
  auditEvent: 'none',
  idempotencyKey: 'optional',
  body: z.strictObject({ upTo: EntryId }).meta({ id: 'ReadUpTo' }),
  status: 200,
  result: z.object({ marked: z.number().int().describe('Entries that were unread') }).meta({ id: 'Marked' }),
  example: { identity: 'caseworker-kommun', body: { upTo: '1' } },
  async handle({ caller, message, body }, services) {
    return changeRegister({ caller, message, kind: 'inboxReading', body }, services, async (trx) => {
      const marked = await markInboxRead(trx, caller.subject, body.upTo);
      return { status: 200, body: { marked } };
    });
  },
});
