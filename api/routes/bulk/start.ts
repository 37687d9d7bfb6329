import { BulkActionAnswer } from '../../bulk/answer';
import { start, startWorkflow } from '../../bulk/start';
import { defineEndpoint } from '../../endpoint';
import { changeRegister } from '../../messages/own-change';
import { BulkHeaders, BulkParams } from './parameters';

/** POST /bulk-actions/{id}/start: runs what was previewed. */
export const startBulkActionEndpoint = defineEndpoint({
  method: 'post',
  path: '/api/v1/bulk-actions/{bulkActionId}/start',
  tag: 'Bulk actions',
  summary: 'Start an action on exactly the cases that were previewed',
  description: 'By whoever previewed it, within an hour. Progress is at the address in `Location`.',
  access: { roles: ['manager'] },
  auditEvent: 'bulkAction',
  params: BulkParams,
  headers: BulkHeaders,
  idempotencyKey: 'required',
  status: 202,
  result: BulkActionAnswer,
  example: { identity: 'manager' },
  async handle({ caller, message, params: { bulkActionId: id }, headers }, services) {
    const asked = { caller, message, kind: 'bulkAction' as const, body: { start: id } };
    const change = { caller, id, ifMatch: headers['if-match'] };
    const answer = await changeRegister(asked, services, (trx) => start(trx, change, services));
    await startWorkflow(id, services);
    return answer;
  },
});
