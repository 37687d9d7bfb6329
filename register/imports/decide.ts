import type { CaseId } from '../../domain/model/ids';
import type { Register } from '../database';
import { appendLedger } from '../ledger';
import { touchCase } from '../work/own-change';
import { settleRow } from './checking/settle';
import { skipHouseholds } from './checking/skip-households';
import { endIfOver } from './end';

/** A person's decision about a row: a new person, or the person of a case or of another row. */
export type Decision =
  | { readonly decision: 'new' }
  | { readonly decision: 'same'; readonly caseId?: CaseId; readonly line?: number };

/**
 * `notWaiting`: the row waits for no decision; `notAmongThem`: that case or row is not among the row's candidates.
 */
export type Decided = 'decided' | 'notWaiting' | 'notAmongThem';

/** The decision about one row of an import, and who made it. */
export type Word = Decision & { readonly importId: string; readonly row: number; readonly by: string };

/**
 * Applies a decision about a row. A new person waits to be opened; the person of a case, or of another row, is a
 * duplicate, and the household is not opened. Nothing of the row is added to the existing case.
 */
export async function decide(trx: Register, word: Word): Promise<Decided> {
  const { importId, row: line, by } = word;
  const row = await trx
    .selectFrom('import_rows')
    .select(['household', 'state', 'person'])
    .where('import_id', '=', importId)
    .where('line', '=', line)
    .forUpdate()
    .executeTakeFirst();
  // A file that was only validated has cleared its rows: nobody is asked there.
  if (row?.state !== 'candidate' || !row.person) return 'notWaiting';
  if (word.decision === 'same') {
    const outcome = await takeAsSame(trx, word);
    if (outcome !== 'decided') return outcome;
    await skipHouseholds(trx, importId, row.household ?? '');
  } else {
    await backToWaiting(trx, importId, line);
  }
  await trx
    .updateTable('import_rows')
    .set({ decided_by: by })
    .where('import_id', '=', importId)
    .where('line', '=', line)
    .execute();
  await endIfOver(trx, importId);
  return 'decided';
}

async function backToWaiting(trx: Register, importId: string, line: number): Promise<void> {
  await trx
    .updateTable('import_rows')
    .set({ state: 'waiting' })
    .where('import_id', '=', importId)
    .where('line', '=', line)
    .execute();
}

async function takeAsSame(trx: Register, word: Word & { decision: 'same' }): Promise<Decided> {
  const { importId, row: line } = word;
  const found = await trx
    .selectFrom('import_candidates')
    .leftJoin('import_rows as other', (join) =>
      join
        .onRef('other.import_id', '=', 'import_candidates.import_id')
        .onRef('other.line', '=', 'import_candidates.other_line'),
    )
    .select((eb) => [
      'other_line as otherLine',
      eb.fn.coalesce('import_candidates.case_id', 'other.case_id').as('caseId'),
    ])
    .where('import_candidates.import_id', '=', importId)
    .where('import_candidates.line', '=', line)
    .execute();
  const meant = found.filter(
    ({ otherLine, caseId }) =>
      (word.caseId === undefined || caseId === word.caseId) &&
      (word.line === undefined || otherLine === word.line),
  );
  const [same, ...more] = meant;
  if (!same || more.length > 0) return 'notAmongThem';
  const { otherLine, caseId } = same;
  const fault = {
    column: 'row',
    rule: 'is the same person, as somebody decided',
    ...(otherLine !== null && { line: otherLine }),
  };
  await settleRow(trx, importId, {
    line,
    state: 'duplicate',
    faults: [fault],
    ...(caseId && { caseId }),
  });
  if (caseId) await recordInTimeline(trx, word, caseId);
  return 'decided';
}

/** Records in the case's timeline that a file contained its person again. */
async function recordInTimeline(trx: Register, { importId, row, by }: Word, caseId: CaseId): Promise<void> {
  await touchCase(trx, caseId);
  const eventKey = `${caseId}/import/${importId}/${row}`;
  await appendLedger(trx, caseId, [
    { eventKey, kind: 'importDecision', actor: by, content: { importId, line: row, decision: 'same' } },
  ]);
}
