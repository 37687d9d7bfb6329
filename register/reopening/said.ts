import type { Kysely } from 'kysely';
import type { FactKind } from '../../domain/model/facts';
import type { CaseId, MessageId, StepId } from '../../domain/model/ids';
import type { PlainDate } from '../../domain/model/plain-date';
import { stepDefinition } from '../../domain/process/steps/catalogue';
import { isNumberType, type NumberType } from '../identifiers';
import type { RegisterSchema } from '../schema';

/** One answer to a step, with the kinds of facts and the identifiers that came from it. */
export type Said = {
  readonly messageId: MessageId;
  readonly filing: number;
  readonly outcome: string;
  readonly on: PlainDate;
  readonly facts: readonly FactKind[];
  readonly numbers: readonly { readonly type: NumberType; readonly value: string }[];
};

type Answer = Omit<Said, 'facts' | 'numbers'> & { readonly fields: Readonly<Record<string, string>> };

/** Returns all answers to a step of a case, in the order of arrival; of one filing if given. */
export async function saidOf(
  db: Kysely<RegisterSchema>,
  caseId: CaseId,
  stepId: StepId,
  filing?: number,
): Promise<Said[]> {
  let query = db
    .selectFrom('answers')
    .select(['message_id as messageId', 'filing', 'fields', 'on_date as on', 'outcome'])
    .where('case_id', '=', caseId)
    .where('step_id', '=', stepId)
    .orderBy('recorded_at');
  if (filing !== undefined) query = query.where('filing', '=', filing);
  const answers = await query.execute();
  return answers.map((answer) => withWhatItTold(stepId, answer));
}

function withWhatItTold(stepId: StepId, { fields, ...answer }: Answer): Said {
  const outcome = stepDefinition(stepId)?.outcomes[answer.outcome];
  const facts = outcome?.facts?.(fields, answer.on) ?? [];
  const numbers = Object.entries(outcome?.fields ?? {}).flatMap(([name, { type }]) => {
    const value = fields[name];
    return isNumberType(type) && value ? [{ type, value }] : [];
  });
  return { ...answer, facts: facts.map(({ kind }) => kind), numbers };
}
