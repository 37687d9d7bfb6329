import type { CaseId } from '../../domain/model/ids';
import type { Register } from '../../register/database';
import { caseScope } from '../../register/reading/scope';
import { findColleague } from '../../register/work/colleagues';
import { maySee } from '../auth/access';
import { CASE_ROLES } from '../auth/colleague';
import { invalidParameter } from '../parameters';

/** Nobody learns of a case by being mentioned who may not see it: throws 400 naming the colleague. */
export async function requireReader(trx: Register, caseId: CaseId, subject: string): Promise<void> {
  const colleague = await findColleague(trx, subject);
  const scope = await caseScope(trx, caseId);
  if (colleague && scope && CASE_ROLES.includes(colleague.role)) {
    const { agency, area } = colleague;
    if (maySee({ ...(agency && { agency }), area }, scope)) return;
  }
  throw invalidParameter('mentions', `${subject} is no colleague who may see the case`);
}
