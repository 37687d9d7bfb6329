import type { Line, Sums, TableCell } from './table';

/** The least and the most that a withheld number can be, as far as its reader can reckon. */
export type Bounds = { least: number; most: number };

/** More than any count; finite, so that sums of it can be taken apart again. */
const ENDLESS = 1e12;

/** Each round carries what one sum reveals on to the next; what is not revealed by then is more than a reader's work. */
const ROUNDS = 20;

/** A sum as its reader sees it: the sum of the published parts, and what is not known of the others and of itself. */
type Seen = { readonly published: number; readonly unknown: readonly Bounds[]; readonly total: Bounds };

/**
 * What a reader can reckon of each withheld number of a table: it is known that it is not 0, and every sum bounds its
 * parts and they bound it.
 */
export function boundsOf(
  withheld: ReadonlySet<TableCell>,
  { rows, columns }: Sums,
): ReadonlyMap<TableCell, Bounds> {
  const known = new Map([...withheld].map((cell) => [cell, { least: 1, most: ENDLESS }]));
  const sums = [...rows.values(), ...columns.values()]
    .map((line) => seen(line, known))
    .filter(({ unknown, total }) => unknown.length > 0 || total.least < total.most);
  for (let round = 0; round < ROUNDS; round += 1) {
    const learned = sums.filter(drawTogether);
    if (learned.length === 0) break;
  }
  return known;
}

function seen({ total, parts }: Line, known: ReadonlyMap<TableCell, Bounds>): Seen {
  const unknown: Bounds[] = [];
  let published = 0;
  for (const part of parts) {
    const bounds = known.get(part);
    if (bounds) unknown.push(bounds);
    else published += part.value;
  }
  return { published, unknown, total: known.get(total) ?? { least: total.value, most: total.value } };
}

/** Narrows the bounds of a sum and its parts by each other; returns whether they changed. */
function drawTogether({ published, unknown, total }: Seen): boolean {
  const least = unknown.reduce((sum, bounds) => sum + bounds.least, published);
  const most = unknown.reduce((sum, bounds) => sum + bounds.most, published);
  let hasLearned = narrow(total, least, most);
  for (const bounds of unknown) {
    const others = { least: least - bounds.least, most: most - bounds.most };
    hasLearned = narrow(bounds, total.least - others.most, total.most - others.least) || hasLearned;
  }
  return hasLearned;
}

function narrow(bounds: Bounds, least: number, most: number): boolean {
  if (least <= bounds.least && most >= bounds.most) return false;
  bounds.least = Math.max(bounds.least, least);
  bounds.most = Math.min(bounds.most, most);
  return true;
}
