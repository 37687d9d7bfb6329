import type { ColumnType, Generated } from 'kysely';
import type { CaseId, MessageId } from '../../domain/model/ids';
import type { BulkAction, BulkReason, LeftOut, StepChange } from '../../domain/process/judging/bulk-action';
import type { AreaOf } from '../work/tables';
import type { Selection } from '../reading/case-filters';
import type { Json } from '../tables/columns';

/** Where an action stands. A preview that nobody started in time stays `previewed`; it reads as expired. */
export type BulkState = 'previewed' | 'running' | 'stopping' | 'done';

/** What came of one case. `skipped`: it was not begun, or had changed since the preview. */
export const ITEM_STATES = ['pending', 'done', 'refused', 'failed', 'skipped'] as const;
export type ItemState = (typeof ITEM_STATES)[number];

type BulkActionsTable = {
  /** Also the id of the message that asked for the preview. */
  id: MessageId;
  action: Json<BulkAction>;
  selection: Json<Selection>;
  reason: string;
  previewed_by: string;
  area: Json<AreaOf>;
  state: Generated<BulkState>;
  selected: number;
  accepted: number;
  previewed_at: ColumnType<Date, Date, never>;
  expires_at: ColumnType<Date, Date, never>;
  started_at: Date | null;
  stopped_by: string | null;
  ended_at: Date | null;
};

type BulkItemsTable = {
  bulk_id: MessageId;
  position: number;
  case_id: CaseId;
  changes: Json<readonly StepChange[]>;
  left_out: Json<readonly LeftOut[]>;
  /** The version of the case that was previewed: the workflow's revision and the register's own. */
  revision: number;
  register_version: number;
  state: ItemState;
  reason: BulkReason | null;
  rule: string | null;
  law: string | null;
  message_id: MessageId | null;
  begun_at: Date | null;
  faults: Generated<number>;
  settled_at: Date | null;
};

type BulkPaceTable = { only_row: Generated<boolean>; next_at: Date };

/** Items with the state that counts: a case that answered late is done or refused after all. */
type BulkResultsView = {
  bulk_id: MessageId;
  position: number;
  case_id: CaseId;
  changes: readonly StepChange[];
  left_out: readonly LeftOut[];
  rule: string | null;
  law: string | null;
  message_id: MessageId | null;
  settled_at: Date | null;
  state: ItemState;
  reason: BulkReason | null;
};

/** Actions on many cases. */
export type BulkTables = {
  bulk_actions: BulkActionsTable;
  bulk_items: BulkItemsTable;
  bulk_pace: BulkPaceTable;
  bulk_results: BulkResultsView;
};
