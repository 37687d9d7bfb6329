import { sql } from 'kysely';
import type { CaseId, MessageId } from '../../domain/model/ids';
import type { CaseMessage } from '../../domain/model/message';
import type { Register } from '../database';
import type { MessageState, MessageVia, StoredRefusal, StoredResponse } from '../schema';
import type { StoredKind } from './stored-kind';

/** A changing request after authentication, authorisation and validation. */
export type NewMessage = {
  readonly id: MessageId;
  readonly caseId: CaseId | null;
  readonly kind: StoredKind;
  readonly via: MessageVia;
  readonly caller: string;
  readonly bodyHash: string;
  readonly body: unknown;
  readonly message: CaseMessage | null;
};

/** The parts of a stored message that a repeat of its request needs. */
export type StoredMessage = {
  readonly id: MessageId;
  readonly caseId: CaseId | null;
  readonly bodyHash: string;
  readonly message: CaseMessage | null;
  readonly state: MessageState;
  readonly response: StoredResponse | null;
  /** Set by the relay. A message that was refused while its sender waited has a response instead. */
  readonly refusal: StoredRefusal | null;
};

/** Returns a message in any state; undefined when there is none. */
export async function findMessage(db: Register, id: MessageId): Promise<StoredMessage | undefined> {
  return db
    .selectFrom('messages')
    .select(['id', 'case_id as caseId', 'body_hash as bodyHash', 'message', 'state', 'response', 'refusal'])
    .where('id', '=', id)
    .executeTakeFirst();
}

/**
 * Stores a message; returns false when its id is taken, after waiting for the transaction that took it. A message
 * that needs no engine is stored as confirmed, in the transaction of its effect.
 */
export async function storeMessage(db: Register, message: NewMessage): Promise<boolean> {
  const settled = message.via === 'register';
  const row = await db
    .insertInto('messages')
    .values({
      id: message.id,
      case_id: message.caseId,
      kind: message.kind,
      via: message.via,
      caller: message.caller,
      body_hash: message.bodyHash,
      body: JSON.stringify(message.body),
      message: message.message && JSON.stringify(message.message),
      state: settled ? 'confirmed' : 'received',
      settled_at: settled ? new Date() : null,
    })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .returning('id')
    .executeTakeFirst();
  return row !== undefined;
}

/**
 * Confirms a message that its case has accepted and stores the response for repeats; the relay may have confirmed it
 * before.
 */
export async function confirmWithResponse(
  db: Register,
  id: MessageId,
  response: StoredResponse,
): Promise<void> {
  await db
    .updateTable('messages')
    .set({ state: 'confirmed', response: JSON.stringify(response), settled_at: new Date() })
    .where('id', '=', id)
    .where('state', '<>', 'refused')
    .where('response', 'is', null)
    .execute();
}

/** Stores the response for repeats of a message that is settled without one. */
export async function keepResponse(db: Register, id: MessageId, response: StoredResponse): Promise<void> {
  await db
    .updateTable('messages')
    .set({ response: JSON.stringify(response) })
    .where('id', '=', id)
    .where('response', 'is', null)
    .execute();
}

/** Returns whether an assessment has recorded the message in the ledger. */
export async function isInLedger(db: Register, id: MessageId): Promise<boolean> {
  const row = await db
    .selectFrom('ledger')
    .select(sql<number>`1`.as('one'))
    .where('message_id', '=', id)
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}
