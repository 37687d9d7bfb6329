import type { MessageId } from '../../domain/model/ids';
import type { Register } from '../database';
import { addToInbox } from '../work/inbox';
import { type BulkRow, countItems, lockBulkAction } from './actions';

/** Starts a previewed action. The caller holds its row. */
export async function startAction(trx: Register, id: MessageId, at: Date): Promise<void> {
  await trx
    .updateTable('bulk_actions')
    .set({ state: 'running', started_at: at })
    .where('id', '=', id)
    .execute();
}

/**
 * Stops an action: no further case begins, those that have not begun are skipped, the others are finished. The caller
 * holds its row.
 */
export async function stopAction(trx: Register, bulk: BulkRow, by: string, at: Date): Promise<void> {
  await trx
    .updateTable('bulk_items')
    .set({ state: 'skipped', reason: 'stopped', settled_at: at })
    .where('bulk_id', '=', bulk.id)
    .where('state', '=', 'pending')
    .where('message_id', 'is', null)
    .execute();
  await trx
    .updateTable('bulk_actions')
    .set({ state: 'stopping', stopped_by: by })
    .where('id', '=', bulk.id)
    .execute();
  await end(trx, { ...bulk, state: 'stopping', stoppedBy: by }, at);
}

/** Ends an action whose cases are all settled and notifies the one who started it. Returns whether it has ended. */
export async function endIfOver(register: Register, id: MessageId): Promise<boolean> {
  return register.transaction().execute(async (trx) => {
    const bulk = await lockBulkAction(trx, id);
    return !bulk || (await end(trx, bulk, new Date()));
  });
}

/** Deletes previews, with their cases, that nobody started and that expired before a moment. */
export async function forgetPreviews(register: Register, before: Date): Promise<void> {
  await register
    .deleteFrom('bulk_actions')
    .where('state', '=', 'previewed')
    .where('expires_at', '<', before)
    .execute();
}

async function end(trx: Register, bulk: BulkRow, at: Date): Promise<boolean> {
  if (bulk.state !== 'running' && bulk.state !== 'stopping') return true;
  const counts = (await countItems(trx, [bulk.id])).get(bulk.id) ?? [];
  if (counts.some(({ state }) => state === 'pending')) return false;
  await trx
    .updateTable('bulk_actions')
    .set({ state: 'done', ended_at: at })
    .where('id', '=', bulk.id)
    .execute();
  const casesBy = new Map<string, number>();
  for (const { state, cases } of counts) casesBy.set(state, (casesBy.get(state) ?? 0) + cases);
  const content = {
    bulkActionId: bulk.id,
    kind: bulk.action.kind,
    isStopped: bulk.stoppedBy !== null,
    selected: bulk.selected,
    ...Object.fromEntries(casesBy),
  };
  await addToInbox(trx, [{ recipient: bulk.previewedBy, eventKey: bulk.id, kind: 'bulkAction', content }]);
  return true;
}
