import type { CaseId, MessageId, PersonId } from '../domain/model/ids';
import type { PlainDate } from '../domain/model/plain-date';
import type { Register } from './database';

/** Gives a person the personnummer that an answer told, valid from a day; one person keeps many identifiers. */
export async function insertPersonnummer(
  register: Register,
  personId: PersonId,
  value: string,
  validFrom: PlainDate,
  messageId: MessageId,
): Promise<void> {
  await register
    .insertInto('identifiers')
    .values({
      person_id: personId,
      type: 'personnummer',
      value,
      level: null,
      valid_from: validFrom,
      message_id: messageId,
    })
    .execute();
}

/** Whether somebody else than the person of a case holds a personnummer now. */
export async function isHeldByAnother(register: Register, caseId: CaseId, value: string): Promise<boolean> {
  const row = await register
    .selectFrom('identifiers')
    .innerJoin('cases', (join) => join.on('cases.id', '=', caseId))
    .select('identifiers.id')
    .where('identifiers.type', '=', 'personnummer')
    .where('identifiers.value', '=', value)
    .where('identifiers.valid_to', 'is', null)
    .whereRef('identifiers.person_id', '<>', 'cases.person_id')
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

/** Removes the identifiers that some answers told: the answers were reopened or voided, so they never held. */
export async function removeIdentifiersOf(register: Register, causes: readonly MessageId[]): Promise<void> {
  if (causes.length === 0) return;
  await register
    .deleteFrom('identifiers')
    .where('message_id', 'in', [...causes])
    .execute();
}
