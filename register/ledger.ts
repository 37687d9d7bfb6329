import { createHash } from 'node:crypto';
import type { Kysely } from 'kysely';
import type { CaseId, MessageId } from '../domain/model/ids';
import type { Instant } from '../domain/model/plain-date';
import type { RegisterSchema } from './schema';

/** One event. `eventKey` makes it unique; `caseTime` is the case's clock, `at` the wall clock. */
export type LedgerEntry = {
  readonly eventKey?: string;
  readonly messageId?: MessageId;
  readonly kind: string;
  readonly actor: string;
  readonly caseTime?: Instant;
  /** Ids, codes, days and reasons; encrypted with the case's key once the cipher is there. */
  readonly content: Readonly<Record<string, unknown>>;
};

/**
 * Appends entries to a case's ledger, without those whose event key is there already, and returns the ones it wrote.
 * The hash of each row covers the previous row's hash and its own stored bytes. The caller holds the case's row lock.
 */
export async function appendLedger(
  trx: Kysely<RegisterSchema>,
  caseId: CaseId,
  entries: readonly LedgerEntry[],
): Promise<LedgerEntry[]> {
  const fresh = await withoutKnown(trx, entries);
  if (fresh.length === 0) return [];
  const last = await trx
    .selectFrom('ledger')
    .select('hash')
    .where('case_id', '=', caseId)
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst();
  let prevHash = last?.hash ?? null;
  const rows = fresh.map((entry) => {
    const content = Buffer.from(JSON.stringify(entry.content));
    const hash = createHash('sha256')
      .update(prevHash ?? Buffer.alloc(0))
      .update(content)
      .digest();
    const row = {
      case_id: caseId,
      event_key: entry.eventKey ?? null,
      message_id: entry.messageId ?? null,
      kind: entry.kind,
      actor: entry.actor,
      case_time: entry.caseTime ? new Date(entry.caseTime) : null,
      content,
      prev_hash: prevHash,
      hash,
    };
    prevHash = hash;
    return row;
  });
  await trx.insertInto('ledger').values(rows).execute();
  return fresh;
}

async function withoutKnown(
  trx: Kysely<RegisterSchema>,
  entries: readonly LedgerEntry[],
): Promise<LedgerEntry[]> {
  const keys = entries.flatMap(({ eventKey }) => (eventKey ? [eventKey] : []));
  if (keys.length === 0) return [...entries];
  const known = await trx.selectFrom('ledger').select('event_key').where('event_key', 'in', keys).execute();
  const isKnown = new Set(known.map((row) => row.event_key));
  return entries.filter(({ eventKey }) => !eventKey || !isKnown.has(eventKey));
}

/** An event of no single case; what it does to a case is in that case's own ledger. */
export type LedgerNote = {
  readonly messageId: MessageId | null;
  /** Makes the note unique; the message's id by default. */
  readonly eventKey?: string;
  readonly kind: string;
  readonly actor: string;
  readonly content: Readonly<Record<string, unknown>>;
};

/** Writes a ledger row of no single case, once for its event key. Such rows are in no hash chain. */
export async function noteInLedger(db: Kysely<RegisterSchema>, note: LedgerNote): Promise<void> {
  const { messageId, eventKey, kind, actor } = note;
  const content = Buffer.from(JSON.stringify(note.content));
  await db
    .insertInto('ledger')
    .values({
      case_id: null,
      event_key: eventKey ?? messageId,
      message_id: messageId,
      kind,
      actor,
      content,
      prev_hash: null,
      hash: createHash('sha256').update(content).digest(),
    })
    .onConflict((conflict) => conflict.column('event_key').doNothing())
    .execute();
}

/** One ledger row as the timeline shows it. */
export type TimelineRow = {
  readonly id: string;
  readonly kind: string;
  readonly actor: string;
  readonly at: Date;
  readonly caseTime: Date | null;
  readonly messageId: MessageId | null;
  readonly content: Readonly<Record<string, unknown>>;
};

/** Returns a page of a case's ledger in order, after the row with id `after`. */
export async function readTimeline(
  register: Kysely<RegisterSchema>,
  caseId: CaseId,
  limit: number,
  after?: string,
): Promise<TimelineRow[]> {
  let query = register
    .selectFrom('ledger')
    .select(['id', 'kind', 'actor', 'at', 'case_time', 'message_id', 'content'])
    .where('case_id', '=', caseId)
    .orderBy('id')
    .limit(limit);
  if (after !== undefined) query = query.where('id', '>', after);
  const rows = await query.execute();
  return rows.map((row) => ({
    id: row.id,
    kind: row.kind,
    actor: row.actor,
    at: row.at,
    caseTime: row.case_time,
    messageId: row.message_id,
    content: JSON.parse(row.content.toString('utf8')),
  }));
}
