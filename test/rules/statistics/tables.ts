import { SUM, type TableCell } from '../../../domain/statistics/table';

/** A table of rows and columns with all its sums. */
export function tableOf(numbers: readonly (readonly number[])[]): readonly TableCell[] {
  const inner = numbers.flatMap((line, row) =>
    line.map((value, column) => ({ row: `r${row}`, column: `c${column}`, value })),
  );
  return withSums(inner);
}

/** A table of rows alone, with their sum. */
export function columnOf(numbers: readonly number[]): readonly TableCell[] {
  const rows = numbers.map((value, row) => ({ row: `r${row}`, column: SUM, value }));
  return [...rows, { row: SUM, column: SUM, value: added(rows, SUM, SUM) }];
}

/** The cells of a table and what they add up to. */
export function withSums(inner: readonly TableCell[]): readonly TableCell[] {
  const rows = [...new Set(inner.map(({ row }) => row))];
  const columns = [...new Set(inner.map(({ column }) => column))];
  const sums = [
    ...rows.map((row) => [row, SUM] as const),
    ...columns.map((column) => [SUM, column] as const),
    [SUM, SUM] as const,
  ];
  return [...inner, ...sums.map(([row, column]) => ({ row, column, value: added(inner, row, column) }))];
}

function added(cells: readonly TableCell[], row: string, column: string): number {
  return cells
    .filter((cell) => (row === SUM || cell.row === row) && (column === SUM || cell.column === column))
    .reduce((sum, { value }) => sum + value, 0);
}

/**
 * Every table that somebody could imagine behind a published one: told numbers as they are, withheld ones anything but
 * 0, all sums right. By trying them all, so only for small tables; inner numbers up to `most`.
 */
export function* imaginable(
  cells: readonly TableCell[],
  withheld: ReadonlySet<TableCell>,
  most: number,
): Generator<ReadonlyMap<TableCell, number>> {
  const inner = cells.filter(({ row, column }) => row !== SUM && column !== SUM);
  const unknown = inner.filter((cell) => withheld.has(cell));
  for (const values of valuesFor(unknown.length, most)) {
    const guess = inner.map((cell) => {
      const place = unknown.indexOf(cell);
      return place === -1 ? cell : { ...cell, value: values[place] ?? 0 };
    });
    const whole = withSums(guess);
    const fits = cells.every((cell, place) => {
      const value = whole[place]?.value ?? 0;
      return withheld.has(cell) ? value > 0 : value === cell.value;
    });
    if (fits) yield new Map(cells.map((cell, place) => [cell, whole[place]?.value ?? 0]));
  }
}

function* valuesFor(count: number, most: number): Generator<readonly number[]> {
  if (count === 0) {
    yield [];
    return;
  }
  for (const others of valuesFor(count - 1, most)) {
    for (let value = 1; value <= most; value += 1) yield [...others, value];
  }
}
