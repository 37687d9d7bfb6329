import { createHash } from 'node:crypto';
import type { MessageId } from '../../domain/model/ids';
import type { Register } from '../database';

/** Something that was done with an import; what it does to a case is in that case's own ledger. */
export type ImportNote = {
  readonly messageId: MessageId | null;
  /** Makes the note once; the message's id where it is not set. */
  readonly eventKey?: string;
  readonly kind: string;
  readonly actor: string;
  readonly content: Readonly<Record<string, unknown>>;
};

/** Writes a ledger row of no single case, once for its event key. */
export async function noteInLedger(db: Register, note: ImportNote): Promise<void> {
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
