import type { Table, Value } from './table';

/**
 * What a Swedish Excel opens right by a double click: semicolons between cells (the comma is the decimal sign), CR LF
 * between rows (RFC 4180), and a byte order mark, without which å, ä and ö are read as Windows-1252.
 */
const BYTE_ORDER_MARK = '\uFEFF';
const BETWEEN_CELLS = ';';
const BETWEEN_ROWS = '\r\n';

/** The lines of a table as CSV, heading first. */
export function* csvLines({ columns, rows }: Table): Generator<string> {
  yield BYTE_ORDER_MARK + lineOf(columns);
  for (const row of rows) yield lineOf(row);
}

function lineOf(values: readonly Value[]): string {
  return values.map(cellOf).join(BETWEEN_CELLS) + BETWEEN_ROWS;
}

function cellOf(value: Value): string {
  if (value === null) return '';
  if (typeof value === 'number') return String(value);
  const text = harmless(value);
  return /[";\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** A spreadsheet takes text that begins so for a formula and runs it; an apostrophe makes it text (OWASP, CSV injection). */
function harmless(text: string): string {
  return /^[=+\-@\t\r\n]/.test(text) ? `'${text}` : text;
}
