import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { WalkFailed } from './system';

/** A household as `POST /households` takes it; only what a walk changes or reads is named. */
export type HouseholdFile = {
  readonly members: readonly { readonly role: 'adult' | 'child'; readonly dossiernummer: string }[];
};

/** Reads a household from a file. Throws `WalkFailed` naming the file and what is wrong with it. */
export function readHousehold(file: string): HouseholdFile {
  try {
    const household = JSON.parse(readFileSync(file, 'utf8')) as HouseholdFile;
    if (!Array.isArray(household.members) || household.members.length === 0) {
      throw new Error('it has no members');
    }
    return household;
  } catch (fault) {
    throw new WalkFailed(`${file}: ${fault instanceof Error ? fault.message : String(fault)}`);
  }
}

/** The same household with dossier numbers of its own, made from seed and run: a person is new on every walk. */
export function renumbered(household: HouseholdFile, seed: string, run: string): HouseholdFile {
  const members = household.members.map((member, index) => {
    const digits = createHash('sha256').update(`${seed}/${run}/${index}`).digest('hex');
    const number = String(Number.parseInt(digits.slice(0, 12), 16) % 100_000_000).padStart(8, '0');
    return { ...member, dossiernummer: `${number.slice(0, 2)}-${number.slice(2)}` };
  });
  return { ...household, members };
}

/** The members by role: `adult 1`, `adult 2`, `child 1`. */
export function rolesOf({ members }: HouseholdFile): string[] {
  return members.map(({ role }, index) => {
    const before = members.slice(0, index + 1).filter((member) => member.role === role);
    return `${role} ${before.length}`;
  });
}
