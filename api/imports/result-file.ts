import type { ResultRow } from '../../register/imports/result';
import { outcomeOf } from '../answers/import';

const HEADER = 'line,household,outcome,caseId,errors\n';

/** The result of an import as CSV, piece by piece: one line for each row of the file. */
export async function* resultFile(pages: AsyncGenerator<readonly ResultRow[]>): AsyncGenerator<string> {
  yield HEADER;
  for await (const rows of pages) yield rows.map(lineOf).join('');
}

function lineOf({ line, household, state, caseId, faults }: ResultRow): string {
  const errors = faults.map(({ column, rule, line: about }) => {
    const where = about === undefined ? '' : ` (line ${about})`;
    return `${column}: ${rule}${where}`;
  });
  const cells = [String(line), household ?? '', outcomeOf(state), caseId ?? '', errors.join('; ')];
  return `${cells.map(quoted).join(',')}\n`;
}

/** As RFC 4180 quotes a cell. */
function quoted(cell: string): string {
  return /[",;\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}
