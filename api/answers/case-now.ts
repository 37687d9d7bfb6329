import { stockholmDayAt } from '../../domain/law/stockholm-day';
import type { Register } from '../../register/database';
import { bodyHash } from '../../register/message-id';
import type { CaseView } from '../../register/reading/case';
import { listStuck } from '../../register/stuck/list';
import { type CaseAnswer, caseAnswer, caseTag } from './case';
import { stuckAnswer } from './work/stuck';

/** A case as it is answered today, with what makes it stuck. */
export async function caseNow(register: Register, view: CaseView): Promise<CaseAnswer> {
  const asOf = stockholmDayAt(Date.now());
  const page = { limit: 1, isToday: true };
  const [row] = await listStuck(register, asOf, { caseId: view.caseId }, page);
  if (!row) return caseAnswer(view);
  const { caseId: _case, householdId: _household, kommun: _kommun, ...stuck } = stuckAnswer(row, asOf);
  return { ...caseAnswer(view), stuck };
}

/**
 * The entity tag of a case as it is read: its version, and what makes it stuck, which time changes too. As `If-Match` it
 * asks for the version alone.
 */
export function readTag(view: CaseView, { stuck }: CaseAnswer): string {
  const tag = caseTag(view);
  return stuck ? tag.replace(/"$/, `.${bodyHash(stuck).slice(0, 8)}"`) : tag;
}
