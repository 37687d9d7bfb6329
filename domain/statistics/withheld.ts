import { boundsOf } from './bounds';
import { crossing, derivable } from './derivable';
import { type Line, type Sums, sumsOf, type TableCell } from './table';

/** The smallest number above 0 that is published. */
export const LEAST_PUBLISHED = 5;

/**
 * The numbers of a table to withhold so that nobody can be recognised in it (cell suppression): 1 to 4, and as many
 * others as it takes that none of those follows from the sums. A reader who reckons with every sum is left with a withheld
 * number that may be anything from 1 to 5 at least, and none follows from several sums together. A 0 is always
 * published: nobody is in it. The smallest numbers are withheld first.
 */
export function withheldCells(cells: readonly TableCell[]): ReadonlySet<TableCell> {
  const withheld = new Set(cells.filter(isSmall));
  const sums = sumsOf(cells);
  while (protectFromBridges(sums, withheld) || protectFromBounds(cells, sums, withheld));
  return withheld;
}

function isSmall({ value }: TableCell): boolean {
  return value > 0 && value < LEAST_PUBLISHED;
}

/**
 * Withholds one more number beside each small one that can be seen to be small, but only one for each row and column
 * before looking again: it may do for others there. Returns whether it withheld any.
 */
function protectFromBounds(cells: readonly TableCell[], sums: Sums, withheld: Set<TableCell>): boolean {
  const known = boundsOf(withheld, sums);
  const helped = new Set<Line>();
  for (const [cell, { most }] of known) {
    if (!isSmall(cell) || most >= LEAST_PUBLISHED) continue;
    const lines = linesOf(cell, sums);
    if (lines.some((line) => helped.has(line))) continue;
    const beside = lines.flatMap(({ total, parts }) => [...parts, total]);
    const next = smallestPublished(beside, withheld) ?? smallestPublished(cells, withheld);
    if (!next) continue;
    withheld.add(next);
    for (const line of linesOf(next, sums)) if (lines.includes(line)) helped.add(line);
  }
  return helped.size > 0;
}

/** Every sum that the number is part of or that it is itself. */
function linesOf({ row, column }: TableCell, { rows, columns }: Sums): readonly Line[] {
  return [rows.get(row), columns.get(column)].filter((line) => line !== undefined);
}

/**
 * Withholds one more number beside each that several sums together reveal, but only one for each of those rows and columns
 * before looking again. Returns whether it withheld any.
 */
function protectFromBridges(sums: Sums, withheld: Set<TableCell>): boolean {
  const helped = new Set<string>();
  for (const { from } of derivable([...withheld], sums)) {
    if ([...from].some((end) => helped.has(end))) continue;
    const next = smallestPublished(crossing(from, sums), withheld);
    if (!next) continue;
    withheld.add(next);
    for (const end of from) helped.add(end);
  }
  return helped.size > 0;
}

function smallestPublished(
  cells: readonly TableCell[],
  withheld: ReadonlySet<TableCell>,
): TableCell | undefined {
  let smallest: TableCell | undefined;
  for (const cell of cells) {
    if (cell.value === 0 || withheld.has(cell)) continue;
    if (smallest === undefined || cell.value < smallest.value) smallest = cell;
  }
  return smallest;
}
