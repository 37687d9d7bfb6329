import { SUM } from './table';
import { withheldCells } from './withheld';

/** Everything that is counted at one place of a table; a row or column named `SUM` holds that of all others. */
export type Place<T> = { readonly row: string; readonly column: string; readonly items: readonly T[] };

/** Puts items at their places, and at those of every sum. Without columns the table has rows and one sum. */
export function crossTable<T>(
  items: readonly T[],
  rowOf: (item: T) => string,
  columnOf?: (item: T) => string,
): readonly Place<T>[] {
  const rows = new Map<string, Map<string, T[]>>();
  const put = (row: string, column: string, item: T) => {
    const columns = rows.get(row) ?? new Map<string, T[]>();
    rows.set(row, columns);
    const there = columns.get(column);
    if (there) there.push(item);
    else columns.set(column, [item]);
  };
  for (const item of items) {
    const row = rowOf(item);
    const columns = columnOf ? [columnOf(item), SUM] : [SUM];
    for (const column of columns) {
      put(row, column, item);
      put(SUM, column, item);
    }
  }
  return [...rows].flatMap(([row, columns]) =>
    [...columns].map(([column, of]) => ({ row, column, items: of })),
  );
}

/** Names, for each place, the numbers that are withheld there. Each number is a table of its own. */
export function withheldAt<P extends { readonly row: string; readonly column: string }, N extends string>(
  places: readonly P[],
  numbers: Readonly<Record<N, (place: P) => number>>,
): ReadonlyMap<P, readonly N[]> {
  const withheld = new Map<P, N[]>(places.map((place) => [place, []]));
  for (const name of Object.keys(numbers) as N[]) {
    const cells = places.map((place) => ({ place, cell: { ...place, value: numbers[name](place) } }));
    const hidden = withheldCells(cells.map(({ cell }) => cell));
    for (const { place, cell } of cells) if (hidden.has(cell)) withheld.get(place)?.push(name);
  }
  return withheld;
}
