import type { Line, Sums, TableCell } from './table';

/** The least and the most that a number can be, as far as its reader can reckon. */
export type Bounds = { readonly least: number; readonly most: number };

/** More than any count; finite, so that sums of it can be taken apart again. */
const ENDLESS = 1e12;

/** Each round carries what one sum tells on to the next; what has not been told by then is more than a reader's work. */
const ROUNDS = 20;

/**
 * What a reader can reckon of each number of a table: a told one is known; of a withheld one it is known that it is not
 * 0, and every sum says something about its parts and they about it.
 */
export function boundsOf(
  cells: readonly TableCell[],
  withheld: ReadonlySet<TableCell>,
  { rows, columns }: Sums,
): ReadonlyMap<TableCell, Bounds> {
  const known = new Map(
    cells.map((cell): [TableCell, Bounds] => {
      const { value } = cell;
      return [cell, withheld.has(cell) ? { least: 1, most: ENDLESS } : { least: value, most: value }];
    }),
  );
  const lines = [...rows.values(), ...columns.values()];
  for (let round = 0; round < ROUNDS; round += 1) {
    const learned = lines.filter((line) => drawTogether(line, known));
    if (learned.length === 0) break;
  }
  return known;
}

/** Narrows the bounds of a sum and its parts by each other; says whether anything new came of it. */
function drawTogether({ total, parts }: Line, known: Map<TableCell, Bounds>): boolean {
  let hasLearned = false;
  const of = (cell: TableCell): Bounds => known.get(cell) ?? { least: 0, most: ENDLESS };
  const draw = (cell: TableCell, least: number, most: number): void => {
    const before = of(cell);
    if (least <= before.least && most >= before.most) return;
    hasLearned = true;
    known.set(cell, { least: Math.max(before.least, least), most: Math.min(before.most, most) });
  };
  const least = parts.reduce((sum, part) => sum + of(part).least, 0);
  const most = parts.reduce((sum, part) => sum + of(part).most, 0);
  draw(total, least, most);
  const whole = of(total);
  for (const part of parts) {
    const own = of(part);
    draw(part, whole.least - (most - own.most), whole.most - (least - own.least));
  }
  return hasLearned;
}
