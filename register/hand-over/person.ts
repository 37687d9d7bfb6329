import type { Kysely } from 'kysely';
import { stockholmDayAt } from '../../domain/law/stockholm-day';
import type { PermitGround } from '../../domain/model/status-facts';
import type { CaseFacts } from '../../domain/model/facts';
import type { CaseId, KommunCode } from '../../domain/model/ids';
import type { Instant, PlainDate } from '../../domain/model/plain-date';
import { factsAsOf } from '../../domain/process/facts-as-of';
import { datedFactsOf } from '../facts';
import type { RegisterSchema } from '../schema';

/** The person of a filing, before the parts that its agency may not see are removed. */
export type HandOverPerson = {
  readonly givenName: string;
  readonly familyName: string;
  readonly dossiernummer?: string;
  readonly personnummer?: string;
  readonly bornOn?: PlainDate;
  readonly arrivedOn?: PlainDate;
  readonly kommun?: KommunCode;
  readonly dwelling?: 'fixed' | 'none';
  readonly permitGround?: PermitGround;
};

/** Folkbokföring distinguishes a fixed dwelling and none (FOL 13 §); emergency housing is none. */
function dwellingOf(dwelling: NonNullable<CaseFacts['stay']>['dwelling']): 'fixed' | 'none' {
  return dwelling === 'fixed' || dwelling === 'genomgangsbostad' ? 'fixed' : 'none';
}

/** Returns the person of a case, with the facts of the case's day. Throws when the register has no such case. */
export async function handOverPerson(
  register: Kysely<RegisterSchema>,
  caseId: CaseId,
  now: Instant,
): Promise<HandOverPerson> {
  const person = await register
    .selectFrom('cases')
    .innerJoin('persons', 'persons.id', 'cases.person_id')
    .select(['persons.id', 'persons.given_name', 'persons.family_name', 'cases.household_id'])
    .where('cases.id', '=', caseId)
    .executeTakeFirstOrThrow();
  const identifiers = await register
    .selectFrom('identifiers')
    .select(['type', 'value'])
    .where('person_id', '=', person.id)
    .where('valid_to', 'is', null)
    .execute();
  const dated = await datedFactsOf(register, person.id, person.household_id);
  const { birth, arrival, stay, permit } = factsAsOf(dated, stockholmDayAt(Date.parse(now)));
  return {
    givenName: person.given_name,
    familyName: person.family_name,
    dossiernummer: identifiers.find((identifier) => identifier.type === 'dossiernummer')?.value,
    personnummer: identifiers.find((identifier) => identifier.type === 'personnummer')?.value,
    bornOn: birth?.bornOn,
    arrivedOn: arrival?.arrivedOn,
    kommun: stay?.kommun,
    dwelling: stay && dwellingOf(stay.dwelling),
    permitGround: permit?.ground,
  };
}
