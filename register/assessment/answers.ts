import type { Transaction } from 'kysely';
import type { CaseId } from '../../domain/model/ids';
import type { StepRecords } from '../../domain/model/step-record';
import type { RegisterSchema } from '../schema';

/** The fields of one answer: a row of `answers`. */
export type AnswerFields = Pick<RegisterSchema['answers'], 'message_id' | 'step_id'> & {
  readonly fields: Readonly<Record<string, string>>;
};

/** The records with the fields of their answers, which the workflow never holds. */
export async function recordsWithFields(
  trx: Transaction<RegisterSchema>,
  caseId: CaseId,
  records: StepRecords,
): Promise<StepRecords> {
  const rows = await trx
    .selectFrom('answers')
    .select(['message_id', 'step_id', 'fields'])
    .where('case_id', '=', caseId)
    .execute();
  return withFields(records, rows);
}

/** Puts the fields of a case's answers where the planner looks for them. */
export function withFields(records: StepRecords, rows: readonly AnswerFields[]): StepRecords {
  const fieldsOf = new Map(rows.map((row) => [`${row.message_id}/${row.step_id}`, row.fields]));
  const filled = Object.entries(records).map(([stepId, record]) => [
    stepId,
    {
      ...record,
      answers: record.answers.map((answer) => ({
        ...answer,
        fields: fieldsOf.get(`${answer.messageId}/${stepId}`) ?? {},
      })),
    },
  ]);
  return Object.fromEntries(filled);
}
