import { BulkActionAnswer } from '../../bulk/answer';
import { stop } from '../../bulk/start';
import { defineEndpoint } from '../../endpoint';
import { changeRegister } from '../../messages/own-change';
import { BulkHeaders, BulkParams } from './parameters';

/** POST /bulk-actions/{id}/stop: no further case begins. */
export const stopBulkActionEndpoint = defineEndpoint({
  method: 'post',
  path: '/api/v1/bulk-actions/{bulkActionId}/stop',
  tag: 'Bulk actions',
  summary: 'Stop an action: no further case begins, what is done stays done',
  description: 'By any manager whose area holds the action’s. A case that has begun goes on to its end.',
  access: { roles: ['manager'] },
  auditEvent: 'bulkAction',
  params: BulkParams,
  headers: BulkHeaders,
  idempotencyKey: 'required',
  status: 202,
  result: BulkActionAnswer,
  example: { identity: 'manager' },
  async handle({ caller, message, params: { bulkActionId: id }, headers }, services) {
    const asked = { caller, message, kind: 'bulkAction' as const, body: { stop: id } };
    const change = { caller, id, ifMatch: headers['if-match'] };
    return changeRegister(asked, services, (trx) => stop(trx, change, services));
  },
});
