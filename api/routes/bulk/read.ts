import { findBulkAction } from '../../../register/bulk/actions';
import { answerOf, requireKnown } from '../../bulk/access';
import { BulkActionAnswer } from '../../bulk/answer';
import { defineEndpoint } from '../../endpoint';
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
  status: 200,
  result: BulkActionAnswer,
  example: { identity: 'manager' },
  async handle({ caller, params: { bulkActionId } }, services) {
    const row = requireKnown(caller, await findBulkAction(services.register, bulkActionId));
    return { body: await answerOf(services.register, row, services) };
  },
});
