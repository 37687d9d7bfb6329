import { z } from 'zod';
import { MessageId } from '../../../domain/model/ids';
import { Instant } from '../../../domain/model/plain-date';
import { listBulkActions } from '../../../register/bulk/actions';
import { coversArea } from '../../../register/work/colleagues';
import { answersOf } from '../../bulk/access';
import { BulkActionAnswer } from '../../bulk/answer';
import { defineEndpoint } from '../../endpoint';
import { cursorOf, cutPage, Limit, pageOf } from '../../paging';

/** GET /bulk-actions: what the caller has previewed, the newest first. */
export const listBulkActionsEndpoint = defineEndpoint({
  method: 'get',
  path: '/api/v1/bulk-actions',
  tag: 'Bulk actions',
  summary: 'List one’s own previews and actions, the newest first',
  access: { roles: ['manager'] },
  auditEvent: 'none',
  query: z.strictObject({ limit: Limit, cursor: cursorOf(Instant, MessageId).optional() }),
  status: 200,
  result: pageOf(BulkActionAnswer, 'BulkActionList'),
  example: { identity: 'manager' },
  async handle({ caller, query: { limit, cursor } }, services) {
    const after = cursor && { at: new Date(cursor[0]), id: cursor[1] };
    const found = await listBulkActions(services.register, caller.subject, { limit: limit + 1, after });
    const { rows, nextCursor } = cutPage(found, limit, (last) => [last.previewedAt.toISOString(), last.id]);
    const known = rows.filter((row) => coversArea(caller.area, row.area));
    return { body: { items: await answersOf(services.register, known, services), nextCursor } };
  },
});
