import { type Value, WITHHELD } from '../exports/table';

/** How a row that is the sum over all rows or columns is named in a table for people. */
const ALL = 'Samtliga';
const NO_KOMMUN = 'Ej angiven';

/** What every file of statistics says about itself. */
export const ABOUT_WITHHELD = [
  WITHHELD,
  'Uppgiften visas inte: den avser 1 till 4, eller skulle tillsammans med andra avslöja en sådan uppgift.',
] as const;

/** A figure as a cell. */
export function figure(value: number | null, name: string, withheld: readonly string[]): Value {
  return withheld.includes(name) ? WITHHELD : value;
}

/** What a row is of: a sum where it names nothing, and of no kommun where that is null. */
export function named(value: string | null | undefined): Value {
  if (value === undefined) return ALL;
  return value ?? NO_KOMMUN;
}
