import type { Kysely } from 'kysely';
import type { DatedFact, Fact } from '../domain/model/facts';
import type { HouseholdId, MessageId, PersonId } from '../domain/model/ids';
import type { PlainDate } from '../domain/model/plain-date';
import type { RegisterSchema } from './schema';

/** Returns every valid fact of a person and their household, in the order of entry. */
export async function datedFactsOf(
  register: Kysely<RegisterSchema>,
  personId: PersonId,
  householdId: HouseholdId,
): Promise<DatedFact[]> {
  const rows = await register
    .selectFrom('facts')
    .select(['person_id', 'value', 'valid_from', 'source', 'message_id'])
    .where((where) => where.or([where('person_id', '=', personId), where('household_id', '=', householdId)]))
    .where('withdrawn_by', 'is', null)
    .orderBy('id')
    .execute();
  return rows.map((row) => ({
    fact: row.value,
    of: row.person_id ? { personId: row.person_id } : { householdId },
    validFrom: row.valid_from,
    source: row.source,
    messageId: row.message_id,
  }));
}

/** A fact to store, of a person or a household. */
export type NewFact = {
  readonly fact: Fact;
  readonly of: DatedFact['of'];
  readonly validFrom: PlainDate;
  readonly source: string;
  readonly messageId: MessageId;
};

/** Stores facts; earlier ones of the same kind stay for the days they were valid. */
export async function insertFacts(
  register: Kysely<RegisterSchema>,
  facts: readonly NewFact[],
): Promise<void> {
  if (facts.length === 0) return;
  await register
    .insertInto('facts')
    .values(
      facts.map(({ fact, of, validFrom, source, messageId }) => ({
        person_id: 'personId' in of ? of.personId : null,
        household_id: 'householdId' in of ? of.householdId : null,
        kind: fact.kind,
        value: JSON.stringify(fact),
        valid_from: validFrom,
        source,
        message_id: messageId,
      })),
    )
    .execute();
}
