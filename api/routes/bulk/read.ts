import { findBulkAction } from '../../../register/bulk/actions';
import { answerOf, BulkParams, bulkTag, requireKnown } from '../../bulk/access';
import { BulkActionAnswer } from '../../bulk/answer';
import { defineEndpoint } from '../../endpoint';
import { ReadHeaders, UNCHANGED, unlessKnown } from '../../entity-tag';

/** GET /bulk-actions/{id}: progress and result. Counts only: it names no case. */
export const readBulkActionEndpoint = defineEndpoint({
  method: 'get',
  path: '/api/v1/bulk-actions/{bulkActionId}',
  tag: 'Bulk actions',
  summary: 'Read how an action on many cases stands; its parts always add up',
  access: { roles: ['manager'] },
  auditEvent: 'none',
  params: BulkParams,
  headers: ReadHeaders,
  status: 200,
  result: BulkActionAnswer,
  otherResults: UNCHANGED,
  example: { identity: 'manager' },
  async handle({ caller, params: { bulkActionId }, headers }, services) {
    const row = requireKnown(caller, await findBulkAction(services.register, bulkActionId));
    const body = await answerOf(services.register, row, services);
    return unlessKnown(headers, { ETag: bulkTag(body) }, () => ({ body }));
  },
});
