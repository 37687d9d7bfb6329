import { SUM } from '../../domain/statistics/table';
import { inOrder, namesOf, type Side } from './sides';

type Placed = { readonly row: string; readonly column: string };

/** The sides of a table; without a second one it has rows alone. */
export type Sides = readonly [Side, Side?];

/** What stands at one place of a table: its names, and which of its figures are withheld. */
export type Named<P> = { readonly place: P; readonly names: Readonly<Record<string, string | null>> };

/** Takes a table apart into its rows and its sums, each in the order of its sides. */
export function rowsAndTotals<P extends Placed>(
  places: readonly P[],
  [rowSide, columnSide]: Sides,
): { readonly rows: readonly Named<P>[]; readonly totals: readonly Named<P>[] } {
  const sorted = places.toSorted(
    (one, other) => inOrder(rowSide, one.row, other.row) || inOrder(columnSide, one.column, other.column),
  );
  const named = sorted.map((place) => ({
    place,
    names: { ...namesOf(columnSide, place.column), ...namesOf(rowSide, place.row) },
  }));
  const isSum = ({ place: { row, column } }: Named<P>) =>
    row === SUM || (columnSide !== undefined && column === SUM);
  return { rows: named.filter((each) => !isSum(each)), totals: named.filter(isSum) };
}
