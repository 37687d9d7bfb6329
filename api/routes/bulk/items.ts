import { z } from 'zod';
import { findBulkAction } from '../../../register/bulk/actions';
import { readItems } from '../../../register/bulk/read-items';
import { ITEM_STATES } from '../../../register/bulk/tables';
import { BulkParams, requireKnown } from '../../bulk/access';
import { BulkItemAnswer, bulkItemAnswer } from '../../bulk/answer';
import { defineEndpoint } from '../../endpoint';
import { cursorOf, cutPage, Limit, pageOf } from '../../paging';

/** GET /bulk-actions/{id}/items: each case with what will happen to it, or what came of it and why. */
export const readBulkItemsEndpoint = defineEndpoint({
  method: 'get',
  path: '/api/v1/bulk-actions/{bulkActionId}/items',
  tag: 'Bulk actions',
  summary: 'List the cases of an action: what happens to each, who is refused and why',
  access: { roles: ['manager'] },
  auditEvent: 'list',
  params: BulkParams,
  query: z.strictObject({
    state: z.enum(ITEM_STATES).optional(),
    limit: Limit,
    cursor: cursorOf(z.string().regex(/^\d{1,6}$/)).optional(),
  }),
  status: 200,
  result: pageOf(BulkItemAnswer, 'BulkItemList'),
  example: { identity: 'manager' },
  async handle({ caller, params: { bulkActionId }, query: { state, limit, cursor } }, { register }) {
    requireKnown(caller, await findBulkAction(register, bulkActionId));
    const page = { limit: limit + 1, state, ...(cursor && { after: Number(cursor[0]) }) };
    const found = await readItems(register, bulkActionId, page);
    const { rows, nextCursor } = cutPage(found, limit, ({ position }) => [String(position)]);
    const read = rows.filter(({ reason }) => reason !== 'unknownCase').map(({ caseId }) => caseId);
    return { body: { items: rows.map(bulkItemAnswer), nextCursor }, read };
  },
});
