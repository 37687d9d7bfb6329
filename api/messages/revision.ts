import type { CaseId } from '../../domain/model/ids';
import type { Register } from '../../register/database';
import type { CaseView } from '../../register/reading/case';
import { caseTag } from '../answers/case';
import { Problem } from '../problem';

const ANY = '*';

/**
 * The revision that an `If-Match` header asks the case to have still (RFC 9110 §13.1.1); `undefined` where it asks
 * nothing. Throws 412 when the register already shows another version; the case itself judges it once more.
 */
export function expectedRevision(ifMatch: string | undefined, view: CaseView): number | undefined {
  if (asksNothing(ifMatch)) return undefined;
  if (namesTag(ifMatch, caseTag(view))) return view.revision;
  throw staleRevision();
}

/** The entity tag that a case has now. */
export async function presentTag(db: Register, caseId: CaseId): Promise<string> {
  const version = await db
    .selectFrom('cases')
    .select(['revision', 'register_version as registerVersion'])
    .where('id', '=', caseId)
    .executeTakeFirstOrThrow();
  return caseTag(version);
}

/**
 * Throws 412 when an `If-Match` header asks for another version of the case than the one that the caller holds, and not
 * for `own` either: what the change is about, where that has a tag of its own.
 */
export async function requireTag(
  db: Register,
  caseId: CaseId,
  ifMatch: string | undefined,
  own?: string,
): Promise<void> {
  if (asksNothing(ifMatch) || (own !== undefined && namesTag(ifMatch, own))) return;
  if (!namesTag(ifMatch, await presentTag(db, caseId))) throw staleRevision();
}

/** Throws 412 when an `If-Match` header asks for another version of something else than the present one. */
export function requireVersion(what: string, ifMatch: string | undefined, tag: string): void {
  if (!asksNothing(ifMatch) && !namesTag(ifMatch, tag)) throw staleRevision(what);
}

function asksNothing(ifMatch: string | undefined): boolean {
  return ifMatch === undefined || ifMatch.trim() === ANY;
}

function namesTag(ifMatch: string | undefined, tag: string): boolean {
  return (ifMatch ?? '').split(',').some((each) => versionIn(each.trim()) === tag);
}

/** Of the tag that a case is read with, what says its version; any other tag as it is. */
function versionIn(tag: string): string {
  return tag.replace(/^("\d+\.\d+)\.[0-9a-f]{8}"$/, '$1"');
}

function staleRevision(what = 'case'): Problem {
  return new Problem('stale-revision', `The ${what} has changed since it was read; read it again.`);
}
