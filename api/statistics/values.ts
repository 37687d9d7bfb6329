import type { AgencyId } from '../../domain/model/agency';
import { capitalised } from '../../domain/texts/language';
import { agencyTitle } from '../../domain/texts/parties';
import { stepTitle } from '../../domain/texts/steps';
import { type Value, WITHHELD } from '../exports/table';

/** The names that rows of statistics have. */
type Names = {
  readonly officer?: string;
  readonly step?: string;
  readonly agency?: AgencyId;
  readonly kommun?: string | null;
  readonly month?: string;
  readonly week?: string;
};

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

/** What a row is of, in words: a sum where it names nothing, and of no kommun where that is null. */
export function named(side: keyof Names, names: Names): Value {
  if (names[side] === undefined) return ALL;
  if (side === 'step' && names.step) return capitalised(stepTitle(names.step, 'sv'));
  if (side === 'agency' && names.agency) return agencyTitle(names.agency);
  return names[side] ?? NO_KOMMUN;
}
