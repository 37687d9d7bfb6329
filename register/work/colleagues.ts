import type { AgencyId } from '../../domain/model/agency';
import type { KommunCode } from '../../domain/model/ids';
import type { Register } from '../database';
import type { AreaOf } from './tables';

/** A person who has signed in here: who can be assigned work, mentioned and written to. */
export type Colleague = {
  readonly subject: string;
  readonly name: string | null;
  readonly email: string | null;
  readonly role: string;
  readonly agency: AgencyId | null;
  readonly area: AreaOf;
};

/** Stores a colleague by their token's present claims. `at` is the moment of the sign-in. */
export async function noteColleague(register: Register, colleague: Colleague, at: Date): Promise<void> {
  const row = { ...colleague, area: JSON.stringify(colleague.area), seen_at: at };
  const { subject: _subject, ...changes } = row;
  await register
    .insertInto('colleagues')
    .values(row)
    .onConflict((conflict) => conflict.column('subject').doUpdateSet(changes))
    .execute();
}

/** Returns the colleague with a subject; undefined for one who has never signed in. */
export async function findColleague(register: Register, subject: string): Promise<Colleague | undefined> {
  return colleagues(register).where('subject', '=', subject).executeTakeFirst();
}

/** Returns the colleagues of an agency, or of all, in order of subject; a page if one is given. */
export async function listColleagues(
  register: Register,
  agency?: AgencyId,
  page?: { readonly limit: number; readonly after?: string },
): Promise<Colleague[]> {
  let query = colleagues(register).orderBy('subject');
  if (agency !== undefined) query = query.where('agency', '=', agency);
  if (page?.after !== undefined) query = query.where('subject', '>', page.after);
  return (page ? query.limit(page.limit) : query).execute();
}

function colleagues(register: Register) {
  return register.selectFrom('colleagues').select(['subject', 'name', 'email', 'role', 'agency', 'area']);
}

/**
 * Returns whether a colleague works with the residents of a kommun; an unknown kommun is in the whole country's area
 * only.
 */
export function worksIn({ area }: Pick<Colleague, 'area'>, kommun: KommunCode | null): boolean {
  return area === 'national' || (kommun !== null && area.includes(kommun));
}

/**
 * Returns the kommuner of a query: the requested one, none when it is outside the area, else those of the area.
 * Undefined for the whole country.
 */
export function kommunerOf(
  somebody: Pick<Colleague, 'area'>,
  asked?: KommunCode,
): { readonly kommuner?: readonly KommunCode[] } {
  if (asked !== undefined) return { kommuner: worksIn(somebody, asked) ? [asked] : [] };
  return somebody.area === 'national' ? {} : { kommuner: somebody.area };
}

/** Who may do a step: caseworkers of one agency who work with the residents of a kommun. */
export type StepPlace = { readonly agency: AgencyId; readonly kommun: KommunCode | null };

/** Returns whether somebody can be assigned a step: a caseworker of its agency who may see its case. */
export function mayTake(colleague: Colleague | undefined, { agency, kommun }: StepPlace): boolean {
  return colleague?.role === 'caseworker' && colleague.agency === agency && worksIn(colleague, kommun);
}

/** Returns whether one area includes all of another. */
export function coversArea(wide: AreaOf, narrow: AreaOf): boolean {
  if (wide === 'national') return true;
  return narrow !== 'national' && narrow.every((kommun) => wide.includes(kommun));
}
