import type { CaseId } from '../../domain/model/ids';
import type { Register } from '../database';
import { versionMessageId } from '../message-id';
import { replan } from './replan';

/** Open cases after an id, in its order, that were last planned by other rules than these. */
export async function casesPlannedByOthers(
  register: Register,
  version: string,
  after: CaseId | undefined,
  limit: number,
): Promise<CaseId[]> {
  let query = register
    .selectFrom('cases')
    .select('id')
    .where('state', '=', 'open')
    // Below or above, instead of `<>`, so that the index finds the few that are left.
    .where((eb) => eb.or([eb('rules_version', '<', version), eb('rules_version', '>', version)]))
    .orderBy('id')
    .limit(limit);
  if (after !== undefined) query = query.where('id', '>', after);
  return (await query.execute()).map(({ id }) => id);
}

/** Has cases planned by the present rules, once for each version of these. */
export async function sendReplan(
  register: Register,
  version: string,
  caseIds: readonly CaseId[],
): Promise<void> {
  if (caseIds.length === 0) return;
  await register.transaction().execute((trx) => replan(trx, caseIds, versionMessageId(version)));
}
