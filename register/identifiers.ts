import type { MessageId, PersonId } from '../domain/model/ids';
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

/** Removes the identifiers that some answers told: the answers were reopened or voided, so they never held. */
export async function removeIdentifiersOf(register: Register, causes: readonly MessageId[]): Promise<void> {
  if (causes.length === 0) return;
  await register
    .deleteFrom('identifiers')
    .where('message_id', 'in', [...causes])
    .execute();
}
