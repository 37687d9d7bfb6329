import type { PlainDate } from '../../../domain/model/plain-date';
import type { PlannedStep } from '../../../domain/model/plan';
import { LANGUAGES } from '../../../domain/texts/language';
import { READERS } from '../../../domain/texts/parties';
import { describeBlock, describeWait } from '../../../domain/texts/describe-step';

const TOLD: readonly PlannedStep['status']['kind'][] = ['open', 'paused', 'blocked'];

/** Every sentence that a planned step is told in: to each reader, in each language; none where nothing is awaited. */
export function sentencesOf(step: PlannedStep, asOf: PlainDate): readonly (string | undefined)[] {
  if (!TOLD.includes(step.status.kind)) return [];
  return LANGUAGES.flatMap((language) =>
    READERS.map((reader) => {
      const telling = { language, reader, asOf };
      return describeWait(step, telling)?.sentence ?? describeBlock(step, telling);
    }),
  );
}

/** What is wrong with a sentence: that there is none, that a code or a gap shows in it, or that it is not one. */
export function faultsOf(told: string | undefined, { stepId, status }: PlannedStep): readonly string[] {
  const why = `${stepId}, ${status.kind}: `;
  if (told === undefined) return [`${why}there is no sentence`];
  const codes = told.match(/\b\p{Ll}+\p{Lu}\w*|\b(undefined|null|NaN)\b|\d{4}-\d\d-\d\d/gu) ?? [];
  const isWhole = /^\p{Lu}|^\d/u.test(told) && told.endsWith('.') && !/ {2}|\(\)|\s[,;.)]/.test(told);
  return [
    ...codes.map((code) => `${why}${code} in: ${told}`),
    ...(isWhole ? [] : [`${why}no sentence: ${told}`]),
  ];
}
