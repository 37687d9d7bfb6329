import { randomUUID } from 'node:crypto';
import type { Fact } from '../../domain/model/facts';
import { type HouseholdId, type MessageId, PersonId } from '../../domain/model/ids';
import type { PlainDate } from '../../domain/model/plain-date';
import type { Register } from '../database';
import { insertFacts } from '../facts';
import { keepNames } from './names';

/** A fact with the day from which it holds. */
export type DatedStatement = { readonly fact: Fact; readonly validFrom: PlainDate };

/** One person to open a case for. */
export type NewMember = {
  readonly givenName: string;
  readonly familyName: string;
  readonly dossiernummer: string;
  readonly personnummer?: string;
  readonly role: 'adult' | 'child';
  readonly relation?: string;
  readonly facts: readonly DatedStatement[];
};

type Cause = { readonly messageId: MessageId; readonly source: string };

/**
 * Stores a member: the person whom an earlier, closed case has under one of the numbers, else a new one. Facts of the
 * earlier case stay, except what ended it (withdrawal, move from Sweden, recall).
 */
export async function enterPerson(
  trx: Register,
  member: NewMember,
  householdId: HouseholdId,
  cause: Cause,
): Promise<PersonId> {
  const personId = (await knownPerson(trx, member)) ?? (await insertPerson(trx, member));
  await giveNumbers(trx, personId, member, cause);
  await trx
    .updateTable('facts')
    .set({ withdrawn_by: cause.messageId })
    .where('person_id', '=', personId)
    .where('kind', 'in', ['withdrawal', 'departure', 'permitRecall'])
    .where('withdrawn_by', 'is', null)
    .execute();
  await insertFacts(
    trx,
    member.facts.map((stated) => ({ ...stated, of: { personId }, ...cause })),
  );
  await join(trx, member, householdId, personId);
  return personId;
}

async function knownPerson(trx: Register, member: NewMember): Promise<PersonId | undefined> {
  for (const { type, value } of numbersOf(member)) {
    const row = await trx
      .selectFrom('identifiers')
      .select('person_id')
      .where('type', '=', type)
      .where('value', '=', value)
      .where('valid_to', 'is', null)
      .orderBy('id', 'desc')
      .limit(1)
      .executeTakeFirst();
    if (row) return row.person_id;
  }
  return undefined;
}

function numbersOf({ dossiernummer, personnummer }: NewMember) {
  return [
    { type: 'dossiernummer' as const, value: dossiernummer },
    ...(personnummer ? [{ type: 'personnummer' as const, value: personnummer }] : []),
  ];
}

async function insertPerson(trx: Register, { givenName, familyName }: NewMember): Promise<PersonId> {
  const id = PersonId.parse(randomUUID());
  await trx.insertInto('persons').values({ id, given_name: givenName, family_name: familyName }).execute();
  await keepNames(trx, [{ personId: id, givenName, familyName }]);
  return id;
}

/** Stores those of the numbers that the person does not have yet. */
async function giveNumbers(
  trx: Register,
  personId: PersonId,
  member: NewMember,
  { messageId }: Cause,
): Promise<void> {
  const held = await trx
    .selectFrom('identifiers')
    .select(['type', 'value'])
    .where('person_id', '=', personId)
    .execute();
  const fresh = numbersOf(member).filter(
    ({ type, value }) => !held.some((one) => one.type === type && one.value === value),
  );
  if (fresh.length === 0) return;
  const rows = fresh.map((number) => ({
    ...number,
    person_id: personId,
    level: null,
    valid_from: null,
    message_id: messageId,
  }));
  await trx.insertInto('identifiers').values(rows).execute();
}

async function join(
  trx: Register,
  member: NewMember,
  householdId: HouseholdId,
  personId: PersonId,
): Promise<void> {
  const { count } = await trx
    .selectFrom('members')
    .select((eb) => eb.fn.countAll<string>().as('count'))
    .where('household_id', '=', householdId)
    .executeTakeFirstOrThrow();
  await trx
    .insertInto('members')
    .values({
      household_id: householdId,
      person_id: personId,
      role: member.role,
      relation: member.relation ?? null,
      position: Number(count),
    })
    .onConflict((conflict) => conflict.columns(['household_id', 'person_id']).doNothing())
    .execute();
}
