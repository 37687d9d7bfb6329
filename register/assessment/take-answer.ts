import type { Transaction } from 'kysely';
import type { MessageId } from '../../domain/model/ids';
import type { StepRecords } from '../../domain/model/step-record';
import { stepDefinition } from '../../domain/process/steps/catalogue';
import { factsAsOf } from '../../domain/process/facts-as-of';
import { followingFacts } from '../../domain/process/filings/following-facts';
import type { OutcomeDefinition } from '../../domain/process/steps/step-definition';
import { datedFactsOf, insertFacts } from '../facts';
import { insertIdentifier, isNumberType } from '../identifiers';
import type { AnswerItem } from '../message-body';
import type { RegisterSchema } from '../schema';
import type { CaseRow } from './projection';

type Trx = Transaction<RegisterSchema>;

/** Stores an answer that the case took, with all its fields, and what follows from it: facts and identifiers. */
export async function takeAnswer(
  trx: Trx,
  row: CaseRow,
  messageId: MessageId,
  item: AnswerItem,
  records: StepRecords,
): Promise<void> {
  const answer = records[item.stepId]?.answers.find((known) => known.messageId === messageId);
  if (!answer) return;
  await trx
    .insertInto('answers')
    .values({
      case_id: row.caseId,
      step_id: item.stepId,
      filing: answer.filing,
      message_id: messageId,
      outcome: item.outcome,
      on_date: item.on,
      served_on: item.servedOn ?? null,
      fields: JSON.stringify(item.fields),
      note: item.note ?? null,
    })
    .execute();
  const definition = stepDefinition(item.stepId);
  const outcome = definition?.outcomes[item.outcome];
  if (!definition || !outcome) return;
  if (outcome.facts) await takeFacts(trx, row, { messageId, source: definition.agency }, item, outcome);
  await takeIdentifiers(trx, row, messageId, item, outcome);
}

async function takeFacts(
  trx: Trx,
  { personId, householdId }: CaseRow,
  cause: { readonly messageId: MessageId; readonly source: string },
  { fields, on }: AnswerItem,
  outcome: OutcomeDefinition,
): Promise<void> {
  const known = factsAsOf(await datedFactsOf(trx, personId, householdId), on);
  const facts = followingFacts(outcome, fields, on, known);
  await insertFacts(
    trx,
    facts.map((fact) => ({ fact, of: { personId }, validFrom: on, ...cause })),
  );
}

async function takeIdentifiers(
  trx: Trx,
  row: CaseRow,
  messageId: MessageId,
  item: AnswerItem,
  { fields }: OutcomeDefinition,
): Promise<void> {
  for (const [name, { type }] of Object.entries(fields)) {
    const value = item.fields[name];
    if (isNumberType(type) && value !== undefined)
      await insertIdentifier(trx, row.personId, type, value, item.on, messageId);
  }
}
