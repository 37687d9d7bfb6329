import type { MessageId } from '../../domain/model/ids';
import { type BulkRow, findBulkAction } from '../../register/bulk/actions';
import { type ItemToAct, pendingItems, takePlaces } from '../../register/bulk/acting/running';
import { endIfOver } from '../../register/bulk/change';
import type { Deliver } from '../../engine/deliver';
import type { Register } from '../../register/database';
import { withHeartbeat } from '../heartbeat';
import { actOnItem } from './act-on-item';
import { atTempo } from './lanes';

/** What acting on many cases takes. `casesPerSecond` is the most of all actions and workers together. */
export type BulkParts = {
  readonly register: Register;
  readonly deliver: Deliver;
  readonly casesPerSecond: number;
};

/** The cases of an action after this place are to be acted on. */
export type BatchInput = { readonly bulkId: MessageId; readonly after: number };

/** `more`: there are cases after that place; `waiting`: some have not answered yet; `over`: every case is settled. */
export type Batch =
  | { readonly kind: 'more'; readonly after: number }
  | { readonly kind: 'waiting' }
  | { readonly kind: 'over' };

export type BulkActivities = ReturnType<typeof createBulkActivities>;

/** How long a batch takes at most before it says how far it came, in milliseconds. */
const BATCH = 20_000;

/** The activities of actions on many cases. */
export function createBulkActivities(parts: BulkParts) {
  return {
    /**
     * Acts on cases of an action, in the order of the preview, for some seconds. What has been done is in the register
     * when it is done: a worker that dies, or is taken for dead, loses nothing, and the next repeats nothing. Throws
     * while the engine or the register is away.
     */
    async actOnBatch({ bulkId, after }: BatchInput): Promise<Batch> {
      return withHeartbeat((signal) => act(parts, bulkId, after, signal));
    },
  };
}

async function act(parts: BulkParts, bulkId: MessageId, after: number, signal: AbortSignal): Promise<Batch> {
  const bulk = await findBulkAction(parts.register, bulkId);
  if (!bulk || bulk.state === 'previewed' || bulk.state === 'done') return { kind: 'over' };
  const until = Date.now() + BATCH;
  const aSecondsWorth = Math.max(Math.round(parts.casesPerSecond), 1);
  for (let place = after; ;) {
    const items = await pendingItems(parts.register, bulkId, place, aSecondsWorth);
    const last = items.at(-1);
    if (!last) return { kind: (await endIfOver(parts.register, bulkId)) ? 'over' : 'waiting' };
    await actOnAll(parts, bulk, items);
    place = last.position;
    if (Date.now() > until || signal.aborted) return { kind: 'more', after: place };
  }
}

async function actOnAll(parts: BulkParts, bulk: BulkRow, items: readonly ItemToAct[]): Promise<void> {
  const { register, casesPerSecond } = parts;
  const wait = await takePlaces(register, items.length, casesPerSecond);
  await atTempo(items, { wait, gap: 1_000 / casesPerSecond }, (item) => actOnItem(parts, bulk, item));
}
