import type { CaseView } from '../../register/reading/case';
import { caseTag } from '../answers/case';
import { Problem } from '../problem';

const ANY = '*';

/**
 * The revision that an `If-Match` header asks the case to have still (RFC 9110 §13.1.1); `undefined` where it asks
 * nothing. Throws 412 when the register already shows another version; the case itself judges it once more.
 */
export function expectedRevision(ifMatch: string | undefined, view: CaseView): number | undefined {
  if (ifMatch === undefined || ifMatch.trim() === ANY) return undefined;
  const tags = ifMatch.split(',').map((tag) => tag.trim());
  if (tags.includes(caseTag(view))) return view.revision;
  throw new Problem('stale-revision', 'The case has changed since it was read; read it again.');
}
