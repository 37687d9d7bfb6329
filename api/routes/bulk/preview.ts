import { z } from 'zod';
import { text } from '../../../domain/model/text';
import { readAction, WrittenAction } from '../../bulk/action-schema';
import { BulkActionAnswer } from '../../bulk/answer';
import { preview } from '../../bulk/preview';
import { Selection } from '../../bulk/selection-schema';
import { defineEndpoint } from '../../endpoint';
import { changeRegister } from '../../messages/own-change';

const Preview = z
  .strictObject({
    dryRun: z.literal(true, {
      error: 'must be true: an action is previewed first, and started by POST /bulk-actions/{id}/start',
    }),
    action: WrittenAction,
    selection: Selection,
    reason: text(2000).describe('Why; kept in the ledger of each case'),
  })
  .meta({ id: 'BulkPreview' });

/** POST /bulk-actions: what an action would come to in each case. Nothing happens to any of them. */
export const previewBulkActionEndpoint = defineEndpoint({
  method: 'post',
  path: '/api/v1/bulk-actions',
  tag: 'Bulk actions',
  summary: 'Preview an action on many cases: exact cases, what will happen to each, who is refused and why',
  description:
    'By a manager, within the area. Start runs exactly what was previewed; a case that has changed since is skipped.',
  access: { roles: ['manager'] },
  auditEvent: 'bulkAction',
  idempotencyKey: 'required',
  body: Preview,
  status: 201,
  result: BulkActionAnswer,
  problems: ['too-many-cases'],
  example: {
    identity: 'manager',
    body: {
      dryRun: true,
      action: { kind: 'extend', step: 'sfi', until: '2027-09-01' },
      selection: { filters: { step: 'sfi', stepStatus: 'open', kommun: '0484' } },
      reason: 'inga kurser före september',
    },
  },
  async handle({ caller, message, body }, services) {
    const action = readAction(body.action);
    const { selection, reason } = body;
    const asked = { id: message.id, caller, action, selection, reason };
    return changeRegister({ caller, message, kind: 'bulkAction', body }, services, (trx) =>
      preview(trx, asked, services),
    );
  },
});
