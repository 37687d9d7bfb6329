import type { Transaction } from 'kysely';
import type { CaseId } from '../../domain/model/ids';
import type { StepRecords } from '../../domain/model/step-record';
import type { RegisterSchema } from '../schema';

/** The records with the fields of their answers, which never travel with the workflow. */
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
