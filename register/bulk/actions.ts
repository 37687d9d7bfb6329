import { sql } from 'kysely';
import type { MessageId } from '../../domain/model/ids';
import type { BulkAction, BulkReason } from '../../domain/process/judging/bulk-action';
import type { Register } from '../database';
import type { AreaOf } from '../work/tables';
import type { Selection } from '../reading/case-filters';
import type { BulkState, ItemState } from './tables';

/** An action on many cases as it is stored. */
export type BulkRow = {
  readonly id: MessageId;
  readonly action: BulkAction;
  readonly selection: Selection;
  readonly reason: string;
  readonly previewedBy: string;
  readonly area: AreaOf;
  readonly state: BulkState;
  readonly selected: number;
  readonly accepted: number;
  readonly previewedAt: Date;
  readonly expiresAt: Date;
  readonly startedAt: Date | null;
  readonly stoppedBy: string | null;
  readonly endedAt: Date | null;
};

/** Returns an action; undefined when there is none. */
export async function findBulkAction(db: Register, id: MessageId): Promise<BulkRow | undefined> {
  return bulkActions(db).where('id', '=', id).executeTakeFirst();
}

/** Returns an action and locks it until the transaction ends: no case begins or ends meanwhile. */
export async function lockBulkAction(trx: Register, id: MessageId): Promise<BulkRow | undefined> {
  return bulkActions(trx).where('id', '=', id).forUpdate().executeTakeFirst();
}

/** The position of an action in the list: when it was previewed, and its id. */
export type BulkPlace = { readonly at: Date; readonly id: MessageId };

/** Returns a page of the actions that somebody has previewed, the newest first. */
export async function listBulkActions(
  register: Register,
  previewedBy: string,
  { limit, after }: { readonly limit: number; readonly after?: BulkPlace },
): Promise<BulkRow[]> {
  let query = bulkActions(register)
    .where('previewed_by', '=', previewedBy)
    .orderBy('previewed_at', 'desc')
    .orderBy('id', 'desc')
    .limit(limit);
  if (after) {
    query = query.where((eb) => eb(eb.refTuple('previewed_at', 'id'), '<', eb.tuple(after.at, after.id)));
  }
  return query.execute();
}

/** Returns actions that are started and have not ended, the oldest first. */
export async function bulkActionsUnderWay(register: Register): Promise<MessageId[]> {
  const rows = await register
    .selectFrom('bulk_actions')
    .select('id')
    .where('state', 'in', ['running', 'stopping'])
    .orderBy('started_at')
    .execute();
  return rows.map(({ id }) => id);
}

/** Number of cases of an action with the same result and reason. */
export type BulkCount = {
  readonly state: ItemState;
  readonly reason: BulkReason | null;
  readonly cases: number;
};

/** Returns the number of cases by result, for each of these actions. */
export async function countItems(
  db: Register,
  ids: readonly MessageId[],
): Promise<Map<MessageId, BulkCount[]>> {
  if (ids.length === 0) return new Map();
  const rows = await db
    .selectFrom('bulk_results')
    .select(['bulk_id as bulkId', 'state', 'reason', sql<number>`count(*)::int`.as('cases')])
    .where('bulk_id', 'in', [...ids])
    .groupBy(['bulk_id', 'state', 'reason'])
    .orderBy('state')
    .orderBy('cases', 'desc')
    .execute();
  const counts = new Map<MessageId, BulkCount[]>();
  for (const { bulkId, ...count } of rows) counts.set(bulkId, [...(counts.get(bulkId) ?? []), count]);
  return counts;
}

function bulkActions(db: Register) {
  return db
    .selectFrom('bulk_actions')
    .select([
      'id',
      'action',
      'selection',
      'reason',
      'previewed_by as previewedBy',
      'area',
      'state',
      'selected',
      'accepted',
      'previewed_at as previewedAt',
      'expires_at as expiresAt',
      'started_at as startedAt',
      'stopped_by as stoppedBy',
      'ended_at as endedAt',
    ]);
}
