import type { CaseId, MessageId, StepId } from '../../domain/model/ids';
import type { Register } from '../database';
import { appendLedger } from '../ledger';
import { rewriteStuckSpans } from '../stuck/spans';
import { tell } from './inbox';
import { touchCase } from './own-change';

/** Something that a colleague wrote about a case or one of its steps. */
export type Note = {
  readonly id: MessageId;
  readonly caseId: CaseId;
  readonly stepId: StepId | null;
  readonly author: string;
  readonly text: string;
  /** Subjects of the colleagues who are to read it. */
  readonly mentions: readonly string[];
};

/**
 * Keeps a note, tells those it mentions, and notes it in the ledger without its text, which lives with the case's other
 * personal data. The caller holds the case's row. Gives the case's new version in the register.
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
  await tell(
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

/** The notes of a case, the oldest first. */
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
