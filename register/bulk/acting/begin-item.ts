import type { CaseMessage, MessageKind } from '../../../domain/model/message';
import { type BulkAction, MESSAGE_OF } from '../../../domain/process/judging/bulk-action';
import { itemOf } from '../../../domain/process/judging/bulk-item';
import type { MessageId } from '../../../domain/model/ids';
import type { Register } from '../../database';
import { bodyHash, derivedMessageId } from '../../message-id';
import { findMessage, storeMessage } from '../../messages/store';
import { assignStep, stepOwner } from '../../work/assign';
import { findColleague, mayTake } from '../../work/colleagues';
import type { BulkRow } from '../actions';
import { refusedAs } from './settle';
import { holdItem, type ItemToAct, noteBegun, type Settled, settleItem } from './running';

/** Timeout of a case's answer to its message, in ms. */
const PATIENCE = 3_600_000;

/**
 * Begins one case of an action, or continues one that has begun. Returns the message to send to it, undefined when
 * there is none: the case is settled, or the action has been stopped. One transaction; safe to repeat.
 */
export async function beginItem(
  register: Register,
  bulk: BulkRow,
  position: number,
): Promise<CaseMessage | undefined> {
  return register.transaction().execute(async (trx) => {
    const { state, item } = await holdItem(trx, bulk.id, position);
    if (!item) return undefined;
    const turn = item.messageId
      ? await goOn(trx, item, item.messageId)
      : state === 'running'
        ? await begin(trx, bulk, item)
        : undefined;
    if (turn && 'state' in turn) await settleItem(trx, bulk.id, position, turn);
    return turn && 'kind' in turn ? turn : undefined;
  });
}

type Turn = CaseMessage | Settled;

async function begin(trx: Register, bulk: BulkRow, item: ItemToAct): Promise<Turn> {
  const changed = await whyNotAsPreviewed(trx, item);
  if (changed) return changed;
  const { caseId } = item;
  const id = derivedMessageId(bulk.id, caseId, bulk.action.kind);
  const composed = messageOf(bulk, id, item);
  if (bulk.action.kind === 'reassign' || !composed) return reassignItem(trx, bulk, id, item);
  const { kind, body, message } = composed;
  const row = { id, caseId, kind, via: 'update' as const, caller: bulk.previewedBy, body, message };
  await storeMessage(trx, { ...row, bodyHash: bodyHash(body) });
  await noteBegun(trx, bulk.id, item.position, id);
  return message;
}

/**
 * Returns why a case is not as in the preview and must be left as it is. Locks its row: of two changes one comes
 * first.
 */
async function whyNotAsPreviewed(trx: Register, item: ItemToAct): Promise<Settled | undefined> {
  const { state, revision, register_version } = await trx
    .selectFrom('cases')
    .select(['state', 'revision', 'register_version'])
    .where('id', '=', item.caseId)
    .forUpdate()
    .executeTakeFirstOrThrow();
  if (state === 'closed') return { state: 'refused', reason: 'closed' };
  const isSame = revision === item.revision && register_version === item.registerVersion;
  return isSame ? undefined : { state: 'skipped', reason: 'changedSince' };
}

/** Continues a case whose message is stored: its sender may have died, or the relay has settled it meanwhile. */
async function goOn(trx: Register, { begunAt }: ItemToAct, id: MessageId): Promise<Turn> {
  const stored = await findMessage(trx, id);
  if (!stored?.message) throw new TypeError(`message ${id} is gone`);
  if (stored.state === 'confirmed') return { state: 'done' };
  if (stored.state === 'refused') return refusedAs(stored.refusal?.code ?? 'notOpen');
  const isLate = begunAt !== null && Date.now() - begunAt.getTime() > PATIENCE;
  return isLate ? { state: 'failed', reason: 'noAnswer' } : stored.message;
}

/** The message of an action to one case: as stored in the register, and as sent to the engine. */
type ItemMessage = {
  readonly kind: MessageKind;
  readonly body: object;
  readonly message: CaseMessage;
};

/** Returns the message to one case, for the version that was previewed; undefined for an assignment. */
function messageOf(
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

/** The parts of an answer that are never sent to the engine. */
function saidOf(action: BulkAction) {
  if (action.kind !== 'complete') return {};
  const { fields, note } = action;
  return { fields, ...(note ? { note } : {}) };
}

/**
 * Assigns the steps of one case, in the caller's transaction, which holds the case's row. No message to the engine.
 */
async function reassignItem(
  trx: Register,
  bulk: BulkRow,
  messageId: MessageId,
  { position, caseId, changes }: ItemToAct,
): Promise<Settled> {
  const { id: bulkAction, action, reason, previewedBy: caller } = bulk;
  if (action.kind !== 'reassign') throw new TypeError(`${action.kind} assigns nothing`);
  const { assignee } = action;
  const colleague = assignee === null ? undefined : await findColleague(trx, assignee);
  const owners = await Promise.all(changes.map(({ stepId }) => stepOwner(trx, caseId, stepId)));
  if (assignee !== null && !owners.every((owner) => owner && mayTake(colleague, owner)))
    return { state: 'refused', reason: 'unknownColleague' };
  const body = { steps: changes.map(({ stepId }) => stepId), assignee, reason, bulkAction };
  const row = { id: messageId, caseId, kind: 'assignment' as const, via: 'register' as const, caller, body };
  await storeMessage(trx, { ...row, bodyHash: bodyHash(body), message: null });
  await noteBegun(trx, bulkAction, position, messageId);
  for (const { stepId, filing, from = null } of changes) {
    const given = { messageId, caseId, stepId, filing, from, to: assignee, by: caller };
    await assignStep(trx, { ...given, reason, bulkAction, at: new Date() });
  }
  return { state: 'done' };
}
