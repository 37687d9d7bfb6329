import { sql } from 'kysely';
import type { CaseId, MessageId } from '../../domain/model/ids';
import type { CaseMessage } from '../../domain/model/message';
import type { Register } from '../database';
import { appendLedger } from '../ledger';
import { lockCase } from '../assessment/projection';
import { voidMessage } from '../assessment/take-back';
import { noteRefused } from '../proposals/decide';
import type { MessageVia, StoredRefusal, StoredResponse } from '../schema';

/** A message that the relay must deliver to its case. */
export type QueuedMessage = {
  readonly id: MessageId;
  readonly caseId: CaseId;
  readonly via: Exclude<MessageVia, 'register'>;
  readonly caller: string;
  readonly message: CaseMessage | null;
  readonly receivedAt: Date;
  /** Whether it was sent before: then the case is queried first. */
  readonly wasSent: boolean;
};

/**
 * Takes messages that are due: unsent signals and starts, and everything still `received` after 30 seconds, the
 * oldest first. Taking one is a lease of 30 seconds: after a crash another relay takes it.
 */
export async function takeDueMessages(register: Register, limit: number): Promise<QueuedMessage[]> {
  const { rows } = await sql<QueuedMessage>`
    with due as (
      select id, sent_at is not null or via = 'update' as was_sent from messages
      where state = 'received' and case_id is not null
        and ((sent_at is null and via in ('signal', 'start'))
          or coalesce(sent_at, received_at) < now() - interval '30 seconds')
      order by received_at limit ${limit} for update skip locked
    )
    update messages m set sent_at = now() from due where m.id = due.id
    returning m.id, m.case_id as "caseId", m.via, m.caller, m.message, m.received_at as "receivedAt",
      due.was_sent as "wasSent"`.execute(register);
  // An update returns its rows in no order.
  return rows.toSorted((one, other) => one.receivedAt.getTime() - other.receivedAt.getTime());
}

/** Confirms a message that its case has accepted. */
export async function confirmMessage(register: Register, id: MessageId): Promise<void> {
  await register
    .updateTable('messages')
    .set({ state: 'confirmed', settled_at: new Date() })
    .where('id', '=', id)
    .where('state', '=', 'received')
    .execute();
}

/** Refuses a fact for a closed case; the ledger records that it arrived. */
export async function refuseLateMessage(register: Register, queued: QueuedMessage): Promise<void> {
  await register.transaction().execute(async (trx) => {
    await lockCase(trx, queued.caseId);
    const items = queued.message?.items ?? [];
    await appendLedger(trx, queued.caseId, [
      { eventKey: queued.id, messageId: queued.id, kind: 'late', actor: queued.caller, content: { items } },
    ]);
    await refuse(trx, queued.id, {});
  });
}

/** The response to a repeat, or the case's refusal, from which the response is made later. */
export type Refused = { readonly response?: StoredResponse; readonly refusal?: StoredRefusal };

/**
 * Refuses a message. If an assessment had recorded it before its case refused it after all, a `voided` ledger row
 * says so and its effects are undone, in the same transaction.
 */
export async function refuseMessage(
  register: Register,
  caseId: CaseId,
  id: MessageId,
  why: Refused,
): Promise<void> {
  await register.transaction().execute(async (trx) => {
    const row = await lockCase(trx, caseId);
    const entered = await trx
      .selectFrom('ledger')
      .select('id')
      .where('event_key', '=', id)
      .executeTakeFirst();
    if (entered) await voidMessage(trx, row, id);
    await refuse(trx, id, why);
    await noteRefused(trx, id);
  });
}

async function refuse(register: Register, id: MessageId, { response, refusal }: Refused): Promise<void> {
  await register
    .updateTable('messages')
    .set({
      state: 'refused',
      response: response ? JSON.stringify(response) : null,
      refusal: refusal ? JSON.stringify(refusal) : null,
      settled_at: new Date(),
    })
    .where('id', '=', id)
    .where('state', '=', 'received')
    .execute();
}
