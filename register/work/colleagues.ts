import type { AgencyId } from '../../domain/model/agency';
import type { KommunCode } from '../../domain/model/ids';
import type { Register } from '../database';
import type { AreaOf } from './tables';

/** A person who has signed in here: who can be given work, mentioned and written to. */
export type Colleague = {
  readonly subject: string;
  readonly name: string | null;
  readonly email: string | null;
  readonly role: string;
  readonly agency: AgencyId | null;
  readonly area: AreaOf;
};

/** Keeps who has signed in, as their token says now. `at` is the moment of the sign-in. */
export async function noteColleague(register: Register, colleague: Colleague, at: Date): Promise<void> {
  const row = { ...colleague, area: JSON.stringify(colleague.area), seen_at: at };
  const { subject: _subject, ...changes } = row;
  await register
    .insertInto('colleagues')
    .values(row)
    .onConflict((conflict) => conflict.column('subject').doUpdateSet(changes))
    .execute();
}

/** The colleague of a subject; `undefined` for one who has never signed in. */
export async function findColleague(register: Register, subject: string): Promise<Colleague | undefined> {
  return colleagues(register).where('subject', '=', subject).executeTakeFirst();
}

/** Those who work at an agency, in order of subject; of all agencies where none is named, all where no page is asked for. */
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

/** Whether somebody works with the residents of a kommun; an unknown kommun is in nobody's area but the nation's. */
export function worksIn({ area }: Pick<Colleague, 'area'>, kommun: KommunCode | null): boolean {
  return area === 'national' || (kommun !== null && area.includes(kommun));
}

/**
 * The kommuner that somebody's question is about, for a query to be spread into: the one that is asked for, none where it
 * lies outside the area; else those of the area. Absent for the whole country.
 */
export function kommunerOf(
  somebody: Pick<Colleague, 'area'>,
  asked?: KommunCode,
): { readonly kommuner?: readonly KommunCode[] } {
  if (asked !== undefined) return { kommuner: worksIn(somebody, asked) ? [asked] : [] };
  return somebody.area === 'national' ? {} : { kommuner: somebody.area };
}

/** Whose a step is to do: one agency's caseworkers, of those who work with the residents of a kommun. */
export type StepPlace = { readonly agency: AgencyId; readonly kommun: KommunCode | null };

/** Whether somebody can be given a step: a caseworker of its agency who may see its case. */
export function mayTake(colleague: Colleague | undefined, { agency, kommun }: StepPlace): boolean {
  return colleague?.role === 'caseworker' && colleague.agency === agency && worksIn(colleague, kommun);
}

/** Whether one area holds all of another. */
export function coversArea(wide: AreaOf, narrow: AreaOf): boolean {
  if (wide === 'national') return true;
  return narrow !== 'national' && narrow.every((kommun) => wide.includes(kommun));
}
