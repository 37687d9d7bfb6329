import { type Options, stringify } from 'csv-stringify/sync';
import type { ResultRow } from '../../register/imports/result';
import { outcomeOf } from './answers';

const HEADER = ['line', 'household', 'outcome', 'caseId', 'errors'];
/** Cells with a semicolon are quoted too: a Swedish Excel takes it for the end of a cell. */
const CSV: Options = { quoted_match: ';' };

/** The result of an import as CSV, piece by piece: one line for each row of the file. */
export async function* resultFile(pages: AsyncGenerator<readonly ResultRow[]>): AsyncGenerator<string> {
  yield stringify([HEADER], CSV);
  for await (const rows of pages) yield stringify(rows.map(cellsOf), CSV);
}

function cellsOf({ line, household, state, caseId, faults }: ResultRow) {
  const errors = faults.map(({ column, rule, line: about }) => {
    const where = about === undefined ? '' : ` (line ${about})`;
    return `${column}: ${rule}${where}`;
  });
  return [line, household, outcomeOf(state), caseId, errors.join('; ')];
}
