import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { type Options, stringify } from 'csv-stringify';
import type { Request, Response } from 'express';
import type { Table } from './table';
import { writeXlsx } from './xlsx';

/** The formats of a table besides JSON, by their media types. */
export const TABLE_FORMATS = {
  csv: 'text/csv',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
} as const;
export type TableFormat = keyof typeof TABLE_FORMATS;

/**
 * What a Swedish Excel opens right by a double click: semicolons between cells (the comma is the decimal sign), CR LF
 * between rows (RFC 4180), and a byte order mark, without which å, ä and ö are read as Windows-1252. A spreadsheet runs
 * text that looks like a formula; an apostrophe before it keeps it text (OWASP, CSV injection).
 */
const CSV: Options = {
  bom: true,
  delimiter: ';',
  record_delimiter: 'windows',
  escape_formulas: true,
  // `escape_formulas` does not look behind a line feed.
  cast: { string: (text) => (text.startsWith('\n') ? `'${text}` : text) },
};

/** The format that the request likes better than JSON, if any. What it likes and nobody has is JSON (RFC 9110 §12.5.1). */
export function wantedFormat(req: Request): TableFormat | undefined {
  const wanted = req.accepts(['application/json', ...Object.values(TABLE_FORMATS)]);
  return (Object.keys(TABLE_FORMATS) as TableFormat[]).find((format) => TABLE_FORMATS[format] === wanted);
}

/** Sends a table as a file, written while it is sent. */
export async function sendTable(res: Response, format: TableFormat, table: Table): Promise<void> {
  res.set({
    'Content-Type': format === 'csv' ? `${TABLE_FORMATS.csv}; charset=utf-8` : TABLE_FORMATS.xlsx,
    'Content-Disposition': `attachment; filename="${table.name}.${format}"`,
  });
  if (format === 'csv') {
    await pipeline(Readable.from([table.columns, ...table.rows]), stringify(CSV), res);
  } else await writeXlsx(res, table);
}
