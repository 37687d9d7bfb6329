import type { Sums, TableCell } from './table';

/** Whatever is added up nowhere hangs together in one place, of which no sum tells anything. */
const NOWHERE = 'nowhere';

type Link = { readonly cell: TableCell; readonly to: string };

/**
 * A withheld number that follows from the sums of several rows and columns together, with the rows and columns whose
 * sums tell it; `undefined` when there is none.
 *
 * Every number stands in one row and one column, so the withheld ones are the edges of a graph between rows and columns,
 * and the sums are what is known at its nodes. A number can be reckoned out exactly when its edge is a bridge: adding up
 * what is known on one side of it leaves nothing else unknown (D. Gusfield, "A Graph Theoretic Approach to Statistical
 * Data Security", SIAM Journal on Computing 17, 1988).
 */
export function derivable(
  withheld: readonly TableCell[],
  sums: Sums,
): { readonly cell: TableCell; readonly side: ReadonlySet<string> } | undefined {
  const links = linksOf(withheld, sums);
  const cell = bridgeIn(links);
  if (!cell) return undefined;
  const [row, column] = endsOf(cell, sums);
  const side = reachable(row, links, cell);
  return { cell, side: side.has(NOWHERE) ? reachable(column, links, cell) : side };
}

/** The numbers that stand with one end among these rows and columns and with the other outside. */
export function crossing(
  cells: readonly TableCell[],
  side: ReadonlySet<string>,
  sums: Sums,
): readonly TableCell[] {
  return cells.filter((cell) => {
    const [row, column] = endsOf(cell, sums);
    return side.has(row) !== side.has(column);
  });
}

function endsOf({ row, column }: TableCell, { rows, columns }: Sums): readonly [string, string] {
  return [rows.has(row) ? `row ${row}` : NOWHERE, columns.has(column) ? `column ${column}` : NOWHERE];
}

function linksOf(withheld: readonly TableCell[], sums: Sums): ReadonlyMap<string, readonly Link[]> {
  const links = new Map<string, Link[]>();
  const link = (from: string, to: string, cell: TableCell) => {
    const known = links.get(from);
    if (known) known.push({ cell, to });
    else links.set(from, [{ cell, to }]);
  };
  for (const cell of withheld) {
    const [row, column] = endsOf(cell, sums);
    if (row === column) continue;
    link(row, column, cell);
    link(column, row, cell);
  }
  return links;
}

/** R. Tarjan's way of finding bridges: an edge from whose far end no earlier node is reached by another way. */
function bridgeIn(links: ReadonlyMap<string, readonly Link[]>): TableCell | undefined {
  const order = new Map<string, number>();
  let bridge: TableCell | undefined;

  function earliestFrom(node: string, by: TableCell | undefined): number {
    const own = order.size;
    order.set(node, own);
    let earliest = own;
    for (const { cell, to } of links.get(node) ?? []) {
      if (cell === by) continue;
      const known = order.get(to);
      const reached = known ?? earliestFrom(to, cell);
      if (known === undefined && reached > own) bridge = cell;
      earliest = Math.min(earliest, reached);
    }
    return earliest;
  }

  for (const node of links.keys()) if (!order.has(node)) earliestFrom(node, undefined);
  return bridge;
}

function reachable(
  from: string,
  links: ReadonlyMap<string, readonly Link[]>,
  without: TableCell,
): ReadonlySet<string> {
  const reached = new Set([from]);
  for (const node of reached) {
    for (const { cell, to } of links.get(node) ?? []) if (cell !== without) reached.add(to);
  }
  return reached;
}
