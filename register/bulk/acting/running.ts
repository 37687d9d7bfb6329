import { sql } from 'kysely';
import type { CaseId, MessageId } from '../../../domain/model/ids';
import type { BulkReason, StepChange } from '../../../domain/process/judging/bulk-action';
import type { Register } from '../../database';
import type { BulkState, ItemState } from '../tables';

/** A case of an action that is not settled yet. */
export type ItemToAct = {
  readonly position: number;
  readonly caseId: CaseId;
  readonly changes: readonly StepChange[];
  readonly revision: number;
  readonly registerVersion: number;
  /** Set when the case has begun. */
  readonly messageId: MessageId | null;
  readonly begunAt: Date | null;
};

/** Returns the next unsettled cases after a position. */
export async function pendingItems(
  register: Register,
  bulkId: MessageId,
  after: number,
  limit: number,
): Promise<ItemToAct[]> {
  return itemsToAct(register, bulkId)
    .where('position', '>', after)
    .where('state', '=', 'pending')
    .orderBy('position')
    .limit(limit)
    .execute();
}

/**
 * Locks a case of an action until the transaction ends, and the action against being stopped. The item is undefined
 * when it is settled.
 */
export async function holdItem(
  trx: Register,
  bulkId: MessageId,
  position: number,
): Promise<{ readonly state: BulkState; readonly item: ItemToAct | undefined }> {
  const { state } = await trx
    .selectFrom('bulk_actions')
    .select('state')
    .where('id', '=', bulkId)
    .forShare()
    .executeTakeFirstOrThrow();
  const item = await itemsToAct(trx, bulkId)
    .where('position', '=', position)
    .where('state', '=', 'pending')
    .forUpdate()
    .executeTakeFirst();
  return { state, item };
}

/** Records that a case has begun: its message is stored. */
export async function noteBegun(
  trx: Register,
  bulkId: MessageId,
  position: number,
  messageId: MessageId,
): Promise<void> {
  await trx
    .updateTable('bulk_items')
    .set({ message_id: messageId, begun_at: new Date() })
    .where('bulk_id', '=', bulkId)
    .where('position', '=', position)
    .execute();
}

/** Final result of a case. */
export type Settled = { readonly state: Exclude<ItemState, 'pending'>; readonly reason?: BulkReason };

/** Stores the final result of a case; one that is settled stays as it is. */
export async function settleItem(
  trx: Register,
  bulkId: MessageId,
  position: number,
  { state, reason }: Settled,
): Promise<void> {
  await trx
    .updateTable('bulk_items')
    .set({ state, reason: reason ?? null, settled_at: new Date() })
    .where('bulk_id', '=', bulkId)
    .where('position', '=', position)
    .where('state', '=', 'pending')
    .execute();
}

/** Number of internal errors after which a case is given up. */
const FAULTS = 3;

/**
 * Counts an internal error with one case; after the last one the case fails, so that it does not block the others.
 */
export async function noteFault(register: Register, bulkId: MessageId, position: number): Promise<void> {
  await sql`update bulk_items set faults = faults + 1,
      state = case when faults + 1 >= ${FAULTS} then 'failed' else state end,
      reason = case when faults + 1 >= ${FAULTS} then 'defect' end,
      settled_at = case when faults + 1 >= ${FAULTS} then now() end
    where bulk_id = ${bulkId} and position = ${position} and state = 'pending'`.execute(register);
}

function itemsToAct(db: Register, bulkId: MessageId) {
  return db
    .selectFrom('bulk_items')
    .select([
      'position',
      'case_id as caseId',
      'changes',
      'revision',
      'register_version as registerVersion',
      'message_id as messageId',
      'begun_at as begunAt',
    ])
    .where('bulk_id', '=', bulkId);
}

/**
 * Reserves start times for `count` cases at a rate shared by all workers and actions. Returns ms until the first of
 * them, by the database's clock.
 */
export async function takePlaces(register: Register, count: number, perSecond: number): Promise<number> {
  const seconds = count / perSecond;
  const { rows } = await sql<{ wait: number }>`
    update bulk_pace set next_at = greatest(next_at, clock_timestamp()) + make_interval(secs => ${seconds}::float8)
    returning extract(epoch from (next_at - clock_timestamp()))::float8 * 1000 as wait`.execute(register);
  return Math.max((rows[0]?.wait ?? 0) - seconds * 1000, 0);
}
