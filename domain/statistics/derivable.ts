import type { Line, Sums, TableCell } from './table';

/** One node for all rows and columns without a sum: nothing is known about it. */
const NOWHERE = 'nowhere';

type Link = { readonly cell: TableCell; readonly to: string };
type Links = ReadonlyMap<string, readonly Link[]>;

/** Rows and columns whose sums together reveal a withheld number: it is the only unknown in them. */
export type Derivable = { readonly from: ReadonlySet<string> };

/**
 * The withheld numbers that follow from the sums of several rows and columns together.
 *
 * Every number stands in one row and one column, so the withheld ones are the edges of a graph between rows and columns,
 * and the sums are what is known at its nodes. A number can be reckoned out exactly when its edge is a bridge: adding up
 * what is known on one side of it leaves nothing else unknown (D. Gusfield, "A Graph Theoretic Approach to Statistical
 * Data Security", SIAM Journal on Computing 17, 1988).
 */
export function* derivable(withheld: Iterable<TableCell>, sums: Sums): Generator<Derivable> {
  const links = linksOf(withheld, sums);
  for (const cell of bridgesIn(links)) {
    const [row, column] = endsOf(cell, sums);
    const side = reachable(row, links, cell);
    yield { from: side.has(NOWHERE) ? reachable(column, links, cell) : side };
  }
}

/** The row and the column of a number, as far as they are added up. */
function endsOf({ row, column }: TableCell, { rows, columns }: Sums): readonly [string, string] {
  return [rows.has(row) ? `row ${row}` : NOWHERE, columns.has(column) ? `column ${column}` : NOWHERE];
}

/** The numbers of these rows and columns that are in just one of them: each would be another unknown. */
export function crossing(from: ReadonlySet<string>, sums: Sums): readonly TableCell[] {
  const cells = [...from].flatMap((end) => {
    const line = lineAt(end, sums);
    return line ? [...line.parts, line.total] : [];
  });
  return cells.filter((cell) => {
    const [row, column] = endsOf(cell, sums);
    return from.has(row) !== from.has(column);
  });
}

function lineAt(end: string, { rows, columns }: Sums): Line | undefined {
  return end.startsWith('row ') ? rows.get(end.slice(4)) : columns.get(end.slice(7));
}

function linksOf(withheld: Iterable<TableCell>, sums: Sums): Links {
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

/** R. Tarjan's way of finding bridges: edges from whose far end no earlier node is reached by another way. */
function bridgesIn(links: Links): readonly TableCell[] {
  const order = new Map<string, number>();
  const bridges: TableCell[] = [];

  function earliestFrom(node: string, by: TableCell | undefined): number {
    const own = order.size;
    order.set(node, own);
    let earliest = own;
    for (const { cell, to } of links.get(node) ?? []) {
      if (cell === by) continue;
      const known = order.get(to);
      const reached = known ?? earliestFrom(to, cell);
      if (known === undefined && reached > own) bridges.push(cell);
      earliest = Math.min(earliest, reached);
    }
    return earliest;
  }

  for (const node of links.keys()) if (!order.has(node)) earliestFrom(node, undefined);
  return bridges;
}

function reachable(from: string, links: Links, without: TableCell): ReadonlySet<string> {
  const reached = new Set([from]);
  for (const node of reached) {
    for (const { cell, to } of links.get(node) ?? []) if (cell !== without) reached.add(to);
  }
  return reached;
}
