import { z } from 'zod';
import { MessageId } from '../../../domain/model/ids';
import { Instant } from '../../../domain/model/plain-date';
import { listBulkActions } from '../../../register/bulk/actions';
import { coversArea } from '../../../register/work/colleagues';
import { answersOf } from '../../bulk/access';
import { BulkActionAnswer } from '../../bulk/answer';
import { defineEndpoint } from '../../endpoint';
import { cursorOf, Limit, writeCursor } from '../../parameters';

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
  result: z
    .object({ items: z.array(BulkActionAnswer), nextCursor: z.string().nullable() })
    .meta({ id: 'BulkActionList' }),
  example: { identity: 'manager' },
  async handle({ caller, query: { limit, cursor } }, services) {
    const after = cursor && { at: new Date(cursor[0]), id: cursor[1] };
    const rows = await listBulkActions(services.register, caller.subject, { limit: limit + 1, after });
    const shown = rows.slice(0, limit);
    const known = shown.filter((row) => coversArea(caller.area, row.area));
    const last = rows.length > limit ? shown.at(-1) : undefined;
    const nextCursor = last ? writeCursor([last.previewedAt.toISOString(), last.id]) : null;
    return { body: { items: await answersOf(services.register, known, services), nextCursor } };
  },
});
