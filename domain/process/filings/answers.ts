import type { PlainDate } from '../../model/plain-date';
import type { Answer, StepRecord } from '../../model/step-record';

/** Of this century: a day of an invalid record must not make a rule count through thousands of years. */
const DAY = /^20\d\d-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/;

/** The answers to the present filing, in the order taken. */
export function presentAnswers({ record }: { readonly record: StepRecord }): readonly Answer[] {
  return record.answers.filter(({ filing }) => filing === record.filing);
}

/** The day that an answer names in one of its fields; undefined without such an answer, field or day. */
export function dayIn(answer: Pick<Answer, 'fields'> | undefined, field: string): PlainDate | undefined {
  const text = answer?.fields?.[field];
  return text !== undefined && DAY.test(text) ? (text as PlainDate) : undefined;
}
