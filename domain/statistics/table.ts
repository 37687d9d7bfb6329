/** The row or column of a table that holds the sums over all others. */
export const SUM = '*';

/** One number of a table with rows and columns; a table of rows alone has all its numbers in the column of sums. */
export type TableCell = { readonly row: string; readonly column: string; readonly value: number };

/** The numbers of a row or column that add up to one that is in the table too. */
export type Line = { readonly total: TableCell; readonly parts: readonly TableCell[] };

/** Every row and column of a table that has a sum, by its name; the sums themselves may be a row and a column. */
export type Sums = { readonly rows: ReadonlyMap<string, Line>; readonly columns: ReadonlyMap<string, Line> };

/** Finds what adds up to what in a table. */
export function sumsOf(cells: readonly TableCell[]): Sums {
  return { rows: linesBy('row', 'column', cells), columns: linesBy('column', 'row', cells) };
}

function linesBy(
  side: 'row' | 'column',
  along: 'row' | 'column',
  cells: readonly TableCell[],
): ReadonlyMap<string, Line> {
  const lines = new Map<string, TableCell[]>();
  for (const cell of cells) {
    const line = lines.get(cell[side]);
    if (line) line.push(cell);
    else lines.set(cell[side], [cell]);
  }
  const added = [...lines].flatMap(([name, line]) => {
    const total = line.find((cell) => cell[along] === SUM);
    const parts = line.filter((cell) => cell[along] !== SUM);
    return total && parts.length > 0 ? [[name, { total, parts }] as const] : [];
  });
  return new Map(added);
}
