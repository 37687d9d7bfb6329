/** Lag (2022:1697) om samordningsnummer 5:1-2: who asks for a number. */

/** Who begins the matter: the person, or a state authority that needs the number (förordning 2023:363 2 §). */
export type Asker = 'individual' | 'authority';

/**
 * Who asks for a newcomer's number: with temporary protection Migrationsverket (UtlF 2006:97 4:19 i), else the person.
 * What an authority asked for is no matter that a party began (FL 12 §), and may not be appealed (5:1 first item).
 */
export function askerFor(isUnderTemporaryProtection: boolean): Asker {
  return isUnderTemporaryProtection ? 'authority' : 'individual';
}
