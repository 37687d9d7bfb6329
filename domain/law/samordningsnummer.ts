/** Lag (2022:1697) om samordningsnummer 2:1-6, 3:2 and 5:1-2: on what identity a number is given, who may ask, how long it lives. */
import type { PlainDate } from '../model/plain-date';

/** How sure an identity is: proven in person (2:2-4), made probable (2:5), or uncertain (2:6). */
export type IdentityLevel = 'styrkt' | 'sannolik' | 'osaker';

/** Who sets the matter going: the person, or a state authority that needs the number (förordning 2023:363 2 §). */
export type Asker = 'individual' | 'authority';

const CALENDAR_YEARS = 5;

/**
 * Whether somebody may ask for a number on a level of identity: the person only on a proven one. On an uncertain one an
 * authority may ask for the purposes of förordning 2023:363 5 § alone, of which the path has LMA and FK.
 */
export function mayAsk(asker: Asker, level: IdentityLevel): boolean {
  return asker === 'authority' || level === 'styrkt';
}

/**
 * Who asks for a newcomer's number: with temporary protection Migrationsverket (UtlF 2006:97 4:19 i), else the person.
 * What an authority asked for is no matter that a party began (FL 12 §), and may not be appealed (5:1 first item).
 */
export function askerFor(isUnderTemporaryProtection: boolean): Asker {
  return isUnderTemporaryProtection ? 'authority' : 'individual';
}

/**
 * The last day of an application to renew a number that was given, or last renewed, on `givenOn`: the end of the fifth
 * calendar year after that year. From the next day it is declared vilande (3:2).
 */
export function renewalBy(givenOn: PlainDate): PlainDate {
  return `${Number(givenOn.slice(0, 4)) + CALENDAR_YEARS}-12-31` as PlainDate;
}
