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
  /** Set once it has begun. */
  readonly messageId: MessageId | null;
  readonly begunAt: Date | null;
};

/** The next cases after a position that are not settled. */
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
 * Holds a case of an action until the transaction ends, and lets nobody stop the action meanwhile. The item is
 * `undefined` when it is settled.
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

/** Notes that a case has begun: its message is stored. */
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

/** What has come of a case, for good. */
export type Settled = { readonly state: Exclude<ItemState, 'pending'>; readonly reason?: BulkReason };

/** Settles a case of an action; one that is settled already stays as it is. */
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

/** How often a case may fail by a fault of ours before it is given up. */
const FAULTS = 3;

/** Notes a fault of ours with one case, so that it does not hold up the others for ever. */
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
 * Takes the next places in the one row of all actions on many cases, so many as are to begin at this rate. Gives how
 * long it is until the first of them, in milliseconds, by the database's clock: however many workers and actions there
 * are, no more begin in a second.
 */
export async function takePlaces(register: Register, count: number, perSecond: number): Promise<number> {
  const seconds = count / perSecond;
  const { rows } = await sql<{ wait: number }>`
    update bulk_pace set next_at = greatest(next_at, clock_timestamp()) + make_interval(secs => ${seconds}::float8)
    returning extract(epoch from (next_at - clock_timestamp()))::float8 * 1000 as wait`.execute(register);
  return Math.max((rows[0]?.wait ?? 0) - seconds * 1000, 0);
}
