import { setTimeout as pause } from 'node:timers/promises';
import type { MessageId } from '../../domain/model/ids';
import { faultCode } from '../../platform/logger';
import { lockBulkAction } from '../../register/bulk/actions';
import { startAction, stopAction } from '../../register/bulk/change';
import type { Register } from '../../register/database';
import type { StoredResponse } from '../../register/schema';
import { startBulkAction } from '../../engine/bulk-client';
import type { Caller } from '../auth/caller';
import { requireVersion } from '../messages/revision';
import { Problem } from '../problem';
import type { Services } from '../services';
import { addressOf, answerOf, bulkTag, requireKnown, requireOwn } from './access';
import { stateAt } from './answer';

/** A start or a stop, as it is asked for. */
export type BulkChange = {
  readonly caller: Caller;
  readonly id: MessageId;
  readonly ifMatch: string | undefined;
};

/** Throws 404, 403, 409 where the preview has expired or the action has been started already, and 412. */
export async function start(
  trx: Register,
  { caller, id, ifMatch }: BulkChange,
  services: Services,
): Promise<StoredResponse> {
  const bulk = requireKnown(caller, await lockBulkAction(trx, id));
  requireOwn(caller, bulk);
  const at = new Date();
  const state = stateAt(bulk, at);
  if (state === 'expired') throw new Problem('preview-expired', 'The cases may have changed; preview anew.');
  if (state !== 'previewed') throw new Problem('already-started', `The action is ${state}.`);
  requireVersion('action', ifMatch, bulkTag(await answerOf(trx, bulk, services)));
  await startAction(trx, id, at);
  const body = await answerOf(trx, { ...bulk, state: 'running', startedAt: at }, services);
  return { status: 202, headers: { Location: addressOf(id), ETag: bulkTag(body) }, body };
}

/** Throws 404, 409 where the action does not run, and 412. */
export async function stop(
  trx: Register,
  { caller, id, ifMatch }: BulkChange,
  services: Services,
): Promise<StoredResponse> {
  const bulk = requireKnown(caller, await lockBulkAction(trx, id));
  if (bulk.state !== 'running')
    throw new Problem('not-running', `The action is ${stateAt(bulk, new Date())}.`);
  requireVersion('action', ifMatch, bulkTag(await answerOf(trx, bulk, services)));
  await stopAction(trx, bulk, caller.subject, new Date());
  const stopped = requireKnown(caller, await lockBulkAction(trx, id));
  const body = await answerOf(trx, stopped, services);
  return { status: 202, headers: { Location: addressOf(id), ETag: bulkTag(body) }, body };
}

/** How long the answer waits for the workflow to start, in milliseconds. */
const START_WITHIN = 2_000;

/** Starts the workflow of a started action at once where the engine is there; otherwise the worker does it later. */
export async function startWorkflow(id: MessageId, { engine, logger }: Services): Promise<void> {
  const starting = async () => {
    const client = await engine();
    await client.withDeadline(Date.now() + START_WITHIN, () => startBulkAction(client, id));
  };
  await Promise.race([
    starting().catch((fault: unknown) => {
      logger.warn({ fault: faultCode(fault) }, 'the worker will start the action');
    }),
    pause(START_WITHIN, undefined, { ref: false }),
  ]);
}
