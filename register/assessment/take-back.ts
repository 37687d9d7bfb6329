import type { Transaction } from 'kysely';
import type { FactKind } from '../../domain/model/facts';
import type { CaseId, MessageId, StepId } from '../../domain/model/ids';
import type { PlainDate } from '../../domain/model/plain-date';
import { stepDefinition } from '../../domain/process/catalogue';
import { insertIdentifier, isNumberType, type NumberType, removeIdentifiersOf } from '../identifiers';
import { appendLedger } from '../ledger';
import { derivedMessageId } from '../message-id';
import type { RegisterSchema } from '../schema';
import type { CaseRow } from './projection';
import { replan, takeBackReplan } from './replan';

type Trx = Transaction<RegisterSchema>;
type Answer = {
  readonly messageId: MessageId;
  readonly outcome: string;
  readonly on: PlainDate;
  readonly fields: Readonly<Record<string, string>>;
};

/**
 * A reopening takes back what the answers to its step said: the facts and identifiers that came from them. A message
 * may have answered other steps too; what those said stands.
 */
export async function takeBackAnswers(
  trx: Trx,
  caseId: CaseId,
  stepId: StepId,
  reopening: MessageId,
): Promise<void> {
  for (const answer of await answersTo(trx, caseId, stepId)) {
    const kinds = factKindsOf(stepId, answer);
    if (kinds.length > 0) {
      await trx
        .updateTable('facts')
        .set({ withdrawn_by: reopening })
        .where('message_id', '=', answer.messageId)
        .where('kind', 'in', kinds)
        .where('withdrawn_by', 'is', null)
        .execute();
    }
    if (numbersIn(stepId, answer).length > 0) await removeIdentifiersOf(trx, [answer.messageId]);
  }
}

/**
 * Undoes everything that a message has done in the register, as if its case had never taken it, and says so in the
 * ledger. Whoever has planned with it plans again.
 */
export async function voidMessage(trx: Trx, row: CaseRow, id: MessageId): Promise<void> {
  await trx.deleteFrom('facts').where('message_id', '=', id).execute();
  await trx.deleteFrom('answers').where('message_id', '=', id).execute();
  await removeIdentifiersOf(trx, [id]);
  await restoreTakenBack(trx, row, id);
  const voided = { eventKey: `${id}/voided`, messageId: id, kind: 'voided', actor: 'case', content: {} };
  await appendLedger(trx, row.caseId, [voided]);
  const heard = await takeBackReplan(trx, id);
  const own = row.state === 'open' ? [row.caseId] : [];
  await replan(trx, [...own, ...heard], derivedMessageId(id, row.caseId, 'voided'));
}

/** What an undone reopening had taken back holds again, unless the step has been reopened otherwise. */
async function restoreTakenBack(
  trx: Trx,
  { caseId, personId }: CaseRow,
  reopening: MessageId,
): Promise<void> {
  const present = await trx
    .selectFrom('case_steps')
    .select(['step_id', 'filing'])
    .where('case_id', '=', caseId)
    .execute();
  for (const { step_id: stepId, filing } of present) {
    for (const answer of await answersTo(trx, caseId, stepId, filing)) {
      await trx
        .updateTable('facts')
        .set({ withdrawn_by: null })
        .where('message_id', '=', answer.messageId)
        .where('withdrawn_by', '=', reopening)
        .execute();
      for (const { type, value } of numbersIn(stepId, answer)) {
        await insertIdentifier(trx, personId, type, value, answer.on, answer.messageId);
      }
    }
  }
}

async function answersTo(trx: Trx, caseId: CaseId, stepId: StepId, filing?: number): Promise<Answer[]> {
  let query = trx
    .selectFrom('answers')
    .select(['message_id as messageId', 'fields', 'on_date as on', 'outcome'])
    .where('case_id', '=', caseId)
    .where('step_id', '=', stepId);
  if (filing !== undefined) query = query.where('filing', '=', filing);
  return query.execute();
}

function factKindsOf(stepId: StepId, { outcome, fields, on }: Answer): FactKind[] {
  const facts = stepDefinition(stepId)?.outcomes[outcome]?.facts?.(fields, on) ?? [];
  return facts.map(({ kind }) => kind);
}

function numbersIn(stepId: StepId, { outcome, fields }: Answer): { type: NumberType; value: string }[] {
  const defined = Object.entries(stepDefinition(stepId)?.outcomes[outcome]?.fields ?? {});
  return defined.flatMap(([name, { type }]) => {
    const value = fields[name];
    return isNumberType(type) && value ? [{ type, value }] : [];
  });
}
