import { randomInt } from 'node:crypto';
import { addDays } from '../../../domain/law/calendar';
import { stockholmDayAt } from '../../../domain/law/stockholm-day';
import { adultRefugee } from '../../support/intake';

export const today = stockholmDayAt(Date.now());

/** A number that no other test has. */
export function newDossiernummer(): string {
  return `50-${String(randomInt(0, 1_000_000)).padStart(6, '0')}`;
}

/** An adult refugee as an intake's body tells of them. */
export function member(changes: Record<string, unknown> = {}) {
  return {
    givenName: 'Test',
    familyName: 'Testsson',
    dossiernummer: newDossiernummer(),
    role: 'adult',
    facts: adultRefugee(today).map((fact) => ({ fact, validFrom: addDays(today, -10) })),
    ...changes,
  };
}

/** Facts of a household that stays in a kommun. */
export function staying(kommun = '0484') {
  return [{ fact: { kind: 'stay', kommun, dwelling: 'fixed' }, validFrom: addDays(today, -10) }];
}

/** Body of an intake: one adult refugee in Eskilstuna, unless told otherwise. */
export function household(changes: Record<string, unknown> = {}) {
  return { source: 'Migrationsverket', facts: staying(), members: [member()], ...changes };
}
