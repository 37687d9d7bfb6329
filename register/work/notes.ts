import type { CaseId, MessageId, StepId } from '../../domain/model/ids';
import type { Register } from '../database';
import { appendLedger } from '../ledger';
import { rewriteStuckSpans } from '../stuck/spans';
import { addToInbox } from './inbox';
import { touchCase } from './own-change';

/** A note of a colleague about a case or one of its steps. */
export type Note = {
  readonly id: MessageId;
  readonly caseId: CaseId;
  readonly stepId: StepId | null;
  readonly author: string;
  readonly text: string;
  /** Subjects of the mentioned colleagues. */
  readonly mentions: readonly string[];
};

/**
 * Stores a note, notifies those it mentions, and records it in the ledger without its text, which is stored with the
 * case's personal data. The caller holds the case's row. Returns the case's new version in the register.
 */
export async function addNote(trx: Register, note: Note): Promise<number> {
  const { id, caseId, stepId, author, text, mentions } = note;
  await trx
    .insertInto('notes')
    .values({ id, case_id: caseId, step_id: stepId, author, body: text, mentions: [...mentions] })
    .execute();
  const about = stepId === null ? {} : { stepId };
  const content = { ...about, noteId: id, mentions };
  await appendLedger(trx, caseId, [{ eventKey: id, messageId: id, kind: 'note', actor: author, content }]);
  await addToInbox(
    trx,
    mentions
      .filter((recipient) => recipient !== author)
      .map((recipient) => ({
        recipient,
        eventKey: id,
        kind: 'mentioned',
        caseId,
        ...about,
        content: { by: author, noteId: id },
      })),
  );
  await rewriteStuckSpans(trx, caseId);
  return touchCase(trx, caseId);
}

/** Returns the notes of a case, the oldest first. */
export async function readNotes(
  register: Register,
  caseId: CaseId,
): Promise<(Note & { readonly at: Date })[]> {
  const rows = await register
    .selectFrom('notes')
    .select(['id', 'case_id as caseId', 'step_id as stepId', 'author', 'body as text', 'mentions', 'at'])
    .where('case_id', '=', caseId)
    .orderBy('at')
    .orderBy('id')
    .execute();
  return rows.map((row) => ({ ...row, id: row.id as MessageId }));
}
