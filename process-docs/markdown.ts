/** A code of the project, as it is written in a text. */
export function code(text: string): string {
  return `\`${text}\``;
}

/** Codes in a row. */
export function codes(texts: readonly string[]): string {
  return texts.map(code).join(', ');
}

/**
 * A table as Prettier leaves it: columns padded to their widest cell. An empty column is left out, a table
 * without rows too.
 */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): readonly string[] {
  const said = head.map((_, column) => rows.some((row) => row[column]));
  const cells = [head, ...rows].map((row) =>
    row.filter((_, column) => said[column]).map((cell) => cell.replaceAll('|', '\\|') || '–'),
  );
  const widths =
    cells[0]?.map((_, column) => Math.max(3, ...cells.map((row) => lengthOf(row[column])))) ?? [];
  const [first = '', ...others] = cells.map((row) =>
    line(row.map((cell, column) => padded(cell, widths[column]))),
  );
  return rows.length === 0 ? [] : [first, line(widths.map((width) => '-'.repeat(width))), ...others, ''];
}

/** A page of lines, without empty ones at its end. */
export function page(lines: readonly string[]): string {
  return `${lines.join('\n').trimEnd()}\n`;
}

function line(cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |`;
}

function padded(cell: string, width = 0): string {
  return cell + ' '.repeat(width - lengthOf(cell));
}

function lengthOf(cell = ''): number {
  return [...cell].length;
}
