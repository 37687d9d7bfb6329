import type { CaseId, MessageId } from '../../domain/model/ids';
import type { BulkReason, LeftOut, StepChange } from '../../domain/process/judging/bulk-action';
import type { Register } from '../database';
import type { ItemState } from './tables';

/** The judged or final result of an action for one case. */
export type BulkItem = {
  readonly position: number;
  readonly caseId: CaseId;
  readonly state: ItemState;
  readonly reason: BulkReason | null;
  readonly rule: string | null;
  readonly law: string | null;
  readonly changes: readonly StepChange[];
  readonly leftOut: readonly LeftOut[];
  readonly messageId: MessageId | null;
  readonly settledAt: Date | null;
};

/** Returns a page of the cases of an action in the order of the preview, after a position; of one state if given. */
export async function readItems(
  register: Register,
  bulkId: MessageId,
  page: { readonly limit: number; readonly after?: number; readonly state?: ItemState },
): Promise<BulkItem[]> {
  const { limit, after, state } = page;
  let query = register
    .selectFrom('bulk_results')
    .select([
      'position',
      'case_id as caseId',
      'state',
      'reason',
      'rule',
      'law',
      'changes',
      'left_out as leftOut',
      'message_id as messageId',
      'settled_at as settledAt',
    ])
    .where('bulk_id', '=', bulkId)
    .orderBy('position')
    .limit(limit);
  if (after !== undefined) query = query.where('position', '>', after);
  if (state) query = query.where('state', '=', state);
  return query.execute();
}
