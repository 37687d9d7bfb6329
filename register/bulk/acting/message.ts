import type { MessageId } from '../../../domain/model/ids';
import type { CaseMessage, MessageKind } from '../../../domain/model/message';
import { type BulkAction, MESSAGE_OF } from '../../../domain/process/judging/bulk-action';
import { itemOf } from '../../../domain/process/judging/bulk-item';
import type { BulkRow } from '../actions';
import type { ItemToAct } from './running';

/** The message of an action to one case: what the register keeps, and what the engine gets. */
export type ItemMessage = {
  readonly kind: MessageKind;
  readonly body: object;
  readonly message: CaseMessage;
};

/** Makes the message to one case, on top of the version that was previewed. */
export function messageOf(
  { id: bulkAction, action, reason }: BulkRow,
  messageId: MessageId,
  { revision, changes }: ItemToAct,
): ItemMessage | undefined {
  if (action.kind === 'reassign') return undefined;
  const kind = MESSAGE_OF[action.kind];
  const items = action.kind === 'replan' ? [] : changes.map((change) => itemOf(change, action));
  const why = { reason, bulkAction };
  return {
    kind,
    body:
      action.kind === 'replan'
        ? why
        : { items: items.map((item) => ({ ...item, ...saidOf(action) })), ...why },
    message: { kind, messageId, items, expectedRevision: revision },
  };
}

/** Of an answer what the engine never sees. */
function saidOf(action: BulkAction) {
  if (action.kind !== 'complete') return {};
  const { fields, note } = action;
  return { fields, ...(note ? { note } : {}) };
}
