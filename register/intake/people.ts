import { randomUUID } from 'node:crypto';
import type { Fact } from '../../domain/model/facts';
import { type HouseholdId, type MessageId, PersonId } from '../../domain/model/ids';
import type { PlainDate } from '../../domain/model/plain-date';
import type { Register } from '../database';
import { insertFacts } from '../facts';

/** A fact with the day from which it holds. */
export type DatedStatement = { readonly fact: Fact; readonly validFrom: PlainDate };

/** One person to open a case for. */
export type NewMember = {
  readonly givenName: string;
  readonly familyName: string;
  readonly dossiernummer: string;
  readonly role: 'adult' | 'child';
  readonly relation?: string;
  readonly facts: readonly DatedStatement[];
};

type Cause = { readonly messageId: MessageId; readonly source: string };

/**
 * Enters a member: the person whom an earlier, closed case knows under the dossiernummer, else a new one. The facts of
 * the earlier time stay, except that what ended that case (withdrawal, move from Sweden, recall) says nothing about the new one.
 */
export async function enterPerson(
  trx: Register,
  member: NewMember,
  householdId: HouseholdId,
  cause: Cause,
): Promise<PersonId> {
  const personId = (await knownPerson(trx, member.dossiernummer)) ?? (await insertPerson(trx, member, cause));
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

async function knownPerson(trx: Register, dossiernummer: string): Promise<PersonId | undefined> {
  const row = await trx
    .selectFrom('identifiers')
    .select('person_id')
    .where('type', '=', 'dossiernummer')
    .where('value', '=', dossiernummer)
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row?.person_id;
}

async function insertPerson(trx: Register, member: NewMember, { messageId }: Cause): Promise<PersonId> {
  const id = PersonId.parse(randomUUID());
  const { givenName: given_name, familyName: family_name, dossiernummer: value } = member;
  await trx.insertInto('persons').values({ id, given_name, family_name }).execute();
  await trx
    .insertInto('identifiers')
    .values({
      person_id: id,
      type: 'dossiernummer',
      value,
      level: null,
      valid_from: null,
      message_id: messageId,
    })
    .execute();
  return id;
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
