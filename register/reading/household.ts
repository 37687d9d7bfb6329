import { sql } from 'kysely';
import type { Fact } from '../../domain/model/facts';
import type { CaseId, HouseholdId, KommunCode, PersonId } from '../../domain/model/ids';
import type { PlainDate } from '../../domain/model/plain-date';
import type { MilestoneKind } from '../../domain/model/plan';
import type { Register } from '../database';

/** One case of a household, with the person's role in it. */
export type MemberView = {
  readonly personId: PersonId;
  readonly caseId: CaseId;
  readonly role: 'adult' | 'child';
  readonly relation: string | null;
  readonly givenName: string;
  readonly familyName: string;
  readonly state: 'open' | 'closed';
  readonly openedOn: PlainDate;
  readonly kommun: KommunCode | null;
  readonly milestone: MilestoneKind | null;
  /** Whether any fact says that the person's identity is protected. */
  readonly isProtected: boolean;
};

/** A present or past fact of the whole household. */
export type HouseholdFact = { readonly fact: Fact; readonly validFrom: PlainDate; readonly source: string };

/** Returns every case of a household, in the order of its members and then of opening. */
export async function readMembers(register: Register, householdId: HouseholdId): Promise<MemberView[]> {
  const rows = await register
    .selectFrom('cases')
    .innerJoin('persons', 'persons.id', 'cases.person_id')
    .innerJoin('members', (join) =>
      join
        .onRef('members.person_id', '=', 'cases.person_id')
        .onRef('members.household_id', '=', 'cases.household_id'),
    )
    .select((eb) => [
      'cases.person_id as personId',
      'cases.id as caseId',
      'members.role',
      'members.relation',
      'persons.given_name as givenName',
      'persons.family_name as familyName',
      'cases.state',
      'cases.opened_on as openedOn',
      'cases.kommun',
      'cases.milestone',
      eb
        .exists(
          eb
            .selectFrom('facts')
            .select('facts.id')
            .where('facts.kind', '=', 'protectedIdentity')
            .where('facts.withdrawn_by', 'is', null)
            .where(sql<boolean>`facts.value ->> 'level' <> 'none'`)
            .where((of) =>
              of.or([
                of('facts.person_id', '=', of.ref('cases.person_id')),
                of('facts.household_id', '=', of.ref('cases.household_id')),
              ]),
            ),
        )
        .as('isProtected'),
    ])
    .where('cases.household_id', '=', householdId)
    .orderBy('members.position')
    .orderBy('cases.opened_on')
    .execute();
  return rows.map((row) => ({ ...row, isProtected: Boolean(row.isProtected) }));
}

/** Returns the facts of a household that are not withdrawn, in the order of entry. */
export async function readHouseholdFacts(
  register: Register,
  householdId: HouseholdId,
): Promise<HouseholdFact[]> {
  return register
    .selectFrom('facts')
    .select(['value as fact', 'valid_from as validFrom', 'source'])
    .where('household_id', '=', householdId)
    .where('withdrawn_by', 'is', null)
    .orderBy('id')
    .execute();
}
