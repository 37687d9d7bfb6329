import type { Kysely } from 'kysely';
import type { AgencyId } from '../../domain/model/agency';
import type { CaseId, HouseholdId, KommunCode } from '../../domain/model/ids';
import type { RegisterSchema } from '../schema';

/** What decides who may see a case: its kommun of stay and the agencies with a step that applies. */
export type CaseScopeRow = {
  readonly caseId: CaseId;
  readonly kommun: KommunCode | null;
  readonly agencies: readonly AgencyId[];
};

function scopes(db: Kysely<RegisterSchema>) {
  return db
    .selectFrom('cases')
    .innerJoin('case_steps', 'case_steps.case_id', 'cases.id')
    .select((eb) => [
      'cases.id as caseId',
      'cases.kommun',
      eb.fn
        .agg<AgencyId[] | null>('array_agg', ['case_steps.agency'])
        .distinct()
        .filterWhere('case_steps.status_kind', '<>', 'notApplicable')
        .as('agencies'),
    ])
    .groupBy('cases.id');
}

/** Returns the scope of one case; undefined when there is none. */
export async function caseScope(
  db: Kysely<RegisterSchema>,
  caseId: CaseId,
): Promise<CaseScopeRow | undefined> {
  const row = await scopes(db).where('cases.id', '=', caseId).executeTakeFirst();
  return row && { ...row, agencies: row.agencies ?? [] };
}

/** Returns the scopes of all cases of a household; empty when there is no such household. */
export async function householdScopes(
  db: Kysely<RegisterSchema>,
  householdId: HouseholdId,
): Promise<CaseScopeRow[]> {
  const rows = await scopes(db).where('cases.household_id', '=', householdId).execute();
  return rows.map((row) => ({ ...row, agencies: row.agencies ?? [] }));
}
