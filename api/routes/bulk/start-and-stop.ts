import type { Register } from '../../../register/database';
import type { StoredResponse } from '../../../register/schema';
import { BulkParams } from '../../bulk/access';
import { BulkActionAnswer } from '../../bulk/answer';
import { type BulkChange, start, startWorkflow, stop } from '../../bulk/start';
import { defineEndpoint } from '../../endpoint';
import { ChangeHeaders } from '../../entity-tag';
import { changeRegister } from '../../messages/own-change';
import type { ProblemType } from '../../problem';
import type { Services } from '../../services';

type Change = {
  readonly name: 'start' | 'stop';
  readonly summary: string;
  readonly description: string;
  readonly problems: readonly ProblemType[];
  readonly effect: (trx: Register, change: BulkChange, services: Services) => Promise<StoredResponse>;
};

/** POST /bulk-actions/{id}/start and /stop: an action begins, or begins no further case. */
function startOrStop({ name, effect, ...words }: Change) {
  return defineEndpoint({
    method: 'post',
    path: `/api/v1/bulk-actions/{bulkActionId}/${name}`,
    tag: 'Bulk actions',
    ...words,
    access: { roles: ['manager'] },
    auditEvent: 'bulkAction',
    params: BulkParams,
    headers: ChangeHeaders,
    idempotencyKey: 'required',
    status: 202,
    result: BulkActionAnswer,
    example: { identity: 'manager' },
    async handle({ caller, message, params: { bulkActionId: id }, headers }, services) {
      const asked = { caller, message, kind: 'bulkAction' as const, body: { [name]: id } };
      const change = { caller, id, ifMatch: headers['if-match'] };
      const answer = await changeRegister(asked, services, (trx) => effect(trx, change, services));
      if (name === 'start') await startWorkflow(id, services);
      return answer;
    },
  });
}

/** Runs what was previewed. */
export const startBulkActionEndpoint = startOrStop({
  name: 'start',
  summary: 'Start an action on exactly the cases that were previewed',
  description: 'By the manager who previewed it, within an hour. Progress is at the address in `Location`.',
  problems: ['preview-expired', 'already-started'],
  effect: start,
});

/** No further case begins. */
export const stopBulkActionEndpoint = startOrStop({
  name: 'stop',
  summary: 'Stop an action: no further case begins, what is done stays done',
  description: 'By any manager whose area holds the action’s. A case that has begun goes on to its end.',
  problems: ['not-running'],
  effect: stop,
});
