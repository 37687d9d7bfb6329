import type { CaseId, MessageId, PersonId } from '../domain/model/ids';
import type { PlainDate } from '../domain/model/plain-date';
import type { Register } from './database';

/** The identifiers that an answer can assign to a person. */
export type NumberType = 'personnummer' | 'samordningsnummer';

/** Returns whether a field of an outcome holds such an identifier. */
export function isNumberType(type: string): type is NumberType {
  return type === 'personnummer' || type === 'samordningsnummer';
}

/** Stores an identifier from an answer, valid from a day, once; a person keeps many identifiers. */
export async function insertIdentifier(
  register: Register,
  personId: PersonId,
  type: NumberType,
  value: string,
  validFrom: PlainDate,
  messageId: MessageId,
): Promise<void> {
  const known = await register
    .selectFrom('identifiers')
    .select('id')
    .where('message_id', '=', messageId)
    .where('type', '=', type)
    .executeTakeFirst();
  if (known) return;
  await register
    .insertInto('identifiers')
    .values({ person_id: personId, type, value, level: null, valid_from: validFrom, message_id: messageId })
    .execute();
}

/** Returns whether another person than that of the case holds a personnummer now. */
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

/** Deletes the identifiers that came from some answers, which were reopened or voided. */
export async function removeIdentifiersOf(register: Register, causes: readonly MessageId[]): Promise<void> {
  if (causes.length === 0) return;
  await register
    .deleteFrom('identifiers')
    .where('message_id', 'in', [...causes])
    .execute();
}
