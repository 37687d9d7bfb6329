import { CsvError, type Info, parse } from 'csv-parse';
import { pipeline, Readable } from 'node:stream';
import { type Cells, headerFaults } from '../../register/imports/rows/csv-columns';
import type { SentRow } from '../../register/imports/receive';
import { Problem } from '../problem';

/** A row longer than this is not one person. */
const LONGEST_ROW = 65_536;

/**
 * The rows of CSV, one by one. The first line names the columns; a comma or a semicolon parts them, whichever the first
 * line has. A row that spans lines is named by its last. Throws 400 where the file is not CSV, naming the line.
 */
export async function* rowsOfCsv(text: AsyncGenerator<string>): AsyncGenerator<SentRow> {
  const { delimiter, whole } = await delimited(text);
  const parser = parse({
    delimiter,
    info: true,
    trim: true,
    skip_empty_lines: true,
    relax_column_count: true,
    max_record_size: LONGEST_ROW,
  });
  // A fault of either comes out of the loop below.
  pipeline(Readable.from(whole), parser, () => undefined);
  let header: readonly string[] | undefined;
  try {
    for await (const { record, info } of parser as AsyncIterable<{ record: string[]; info: Info }>) {
      if (header) yield rowOf(header, record, info.lines);
      else header = requireHeader(record);
    }
  } catch (fault) {
    throw problemOfCsv(fault);
  }
}

/** Looks at the first line without losing it. */
async function delimited(text: AsyncGenerator<string>) {
  let begun = '';
  while (!begun.includes('\n') && begun.length < LONGEST_ROW) {
    const { value, done } = await text.next();
    if (done) break;
    begun += value;
  }
  const [first = ''] = begun.split('\n');

  async function* whole(): AsyncGenerator<string> {
    yield begun;
    yield* text;
  }
  return { delimiter: first.includes(';') ? ';' : ',', whole: whole() };
}

function requireHeader(header: readonly string[]): readonly string[] {
  const faults = headerFaults(header);
  if (faults.length === 0) return header;
  throw new Problem('invalid-request', 'The first line does not name the columns of an import.', {
    invalidParameters: faults.map((reason) => ({ name: 'line 1', reason })),
  });
}

function rowOf(header: readonly string[], record: readonly string[], line: number): SentRow {
  if (record.length !== header.length) {
    const rule = `has ${record.length} cells where the first line has ${header.length}`;
    return { line, faults: [{ column: 'row', rule }] };
  }
  const cells: Cells = Object.fromEntries(
    header.flatMap((column, place) => (record[place] ? [[column, record[place]]] : [])),
  );
  return { line, content: JSON.stringify(cells) };
}

/** What the parser says quotes the row: only where it stopped is told. */
function problemOfCsv(fault: unknown): unknown {
  if (!(fault instanceof CsvError)) return fault;
  const { lines } = fault as CsvError & { lines?: number };
  const where = lines === undefined ? 'it' : `line ${lines}`;
  return new Problem('invalid-request', `The file is not CSV from ${where} on (${fault.code}).`);
}

/** The rows of JSON lines, one by one. Blank lines are none. */
export async function* rowsOfJsonLines(text: AsyncGenerator<string>): AsyncGenerator<SentRow> {
  let line = 0;
  let begun = '';
  for await (const piece of text) {
    const lines = (begun + piece).split('\n');
    begun = lines.pop() ?? '';
    for (const content of lines) yield* rowOfLine(content, (line += 1));
    if (begun.length > LONGEST_ROW) break;
  }
  yield* rowOfLine(begun, line + 1);
}

function* rowOfLine(content: string, line: number): Generator<SentRow> {
  if (content.trim() === '') return;
  if (content.length > LONGEST_ROW) {
    throw new Problem('invalid-request', `Line ${line} is longer than ${LONGEST_ROW} characters.`);
  }
  // PostgreSQL keeps no NUL; JSON has none either.
  yield { line, content: content.replaceAll('\0', '\uFFFD') };
}
