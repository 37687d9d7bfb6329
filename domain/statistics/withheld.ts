import { boundsOf } from './bounds';
import { crossing, derivable } from './derivable';
import { type Line, type Sums, sumsOf, type TableCell } from './table';

/** The smallest number above 0 that is told. */
export const LEAST_TOLD = 5;

/**
 * The numbers of a table to withhold so that nobody can be recognised in it (cell suppression): 1 to 4, and as many
 * others as it takes that none of those follows from the sums. Whoever reckons with every sum is left with a withheld
 * number that may be anything from 1 to 5 at least, and none follows from several sums together. A 0 is always told:
 * nobody is in it. The smallest numbers are given up first.
 */
export function withheldCells(cells: readonly TableCell[]): ReadonlySet<TableCell> {
  const withheld = new Set(cells.filter(isSmall));
  const sums = sumsOf(cells);
  while (protectFromBridge(cells, sums, withheld) || protectFromBounds(cells, sums, withheld));
  return withheld;
}

function isSmall({ value }: TableCell): boolean {
  return value > 0 && value < LEAST_TOLD;
}

/**
 * Withholds one more number beside each small one that can be seen to be small, but only one for each row and column
 * before looking again: it may do for all of them. Says whether it withheld any.
 */
function protectFromBounds(cells: readonly TableCell[], sums: Sums, withheld: Set<TableCell>): boolean {
  const known = boundsOf(cells, withheld, sums);
  const isSeen = (cell: TableCell) => isSmall(cell) && (known.get(cell)?.most ?? 0) < LEAST_TOLD;
  const helped = new Set<Line>();
  for (const cell of cells.filter(isSeen)) {
    const lines = linesOf(cell, sums);
    if (lines.some((line) => helped.has(line))) continue;
    const next =
      smallestTold(
        lines.flatMap(({ total, parts }) => [...parts, total]),
        withheld,
      ) ?? smallestTold(cells, withheld);
    if (!next) continue;
    withheld.add(next);
    for (const line of lines) helped.add(line);
  }
  return helped.size > 0;
}

/** Every sum that the number is part of or that it is itself. */
function linesOf({ row, column }: TableCell, { rows, columns }: Sums): readonly Line[] {
  return [rows.get(row), columns.get(column)].filter((line) => line !== undefined);
}

/** Withholds one more number where several sums together tell a withheld one; says whether it withheld any. */
function protectFromBridge(cells: readonly TableCell[], sums: Sums, withheld: Set<TableCell>): boolean {
  const told = derivable([...withheld], sums);
  const next = told && smallestTold(crossing(cells, told.side, sums), withheld);
  if (next) withheld.add(next);
  return next !== undefined;
}

function smallestTold(cells: readonly TableCell[], withheld: ReadonlySet<TableCell>): TableCell | undefined {
  let smallest: TableCell | undefined;
  for (const cell of cells) {
    if (cell.value === 0 || withheld.has(cell)) continue;
    if (smallest === undefined || cell.value < smallest.value) smallest = cell;
  }
  return smallest;
}
