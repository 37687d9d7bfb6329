import { findBulkAction } from '../../../register/bulk/actions';
import { answerOf, bulkTag, requireKnown } from '../../bulk/access';
import { BulkActionAnswer } from '../../bulk/answer';
import { defineEndpoint, otherAnswer } from '../../endpoint';
import { isUnchanged, ReadHeaders } from '../../parameters';
import { BulkParams } from './parameters';

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
  otherResults: { 304: { description: 'The reader has this version already' } },
  example: { identity: 'manager' },
  async handle({ caller, params: { bulkActionId }, headers }, services) {
    const row = requireKnown(caller, await findBulkAction(services.register, bulkActionId));
    const body = await answerOf(services.register, row, services);
    const ETag = bulkTag(body);
    if (isUnchanged(headers['if-none-match'], ETag)) return otherAnswer(304, undefined, { ETag });
    return { body, headers: { ETag } };
  },
});
