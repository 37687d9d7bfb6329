import { z } from 'zod';
import { stockholmDayAt } from '../../domain/law/stockholm-day';
import { CaseId, StepId } from '../../domain/model/ids';
import { PlainDate } from '../../domain/model/plain-date';
import { type Language, LANGUAGES } from '../../domain/texts/language';
import type { Reader } from '../../domain/texts/parties';
import { describeBlock, describeWait } from '../../domain/texts/describe-step';
import type { CaseView, StepView } from '../../register/reading/case';
import { WhoseAnswer } from './status';

const sentence = z
  .string()
  .meta({ example: 'Skatteverket har sedan den 14 januari 2027 ärendet om folkbokföring; …' });

const Waiting = z
  .object({
    stepId: StepId,
    sentence,
    rule: z.string().optional().describe('Of the date that matters most'),
    law: z.string().describe('Statute or source of that date; of the step where it has none'),
    since: PlainDate,
    until: PlainDate.optional().describe('The date that matters most; a right that opens is told, not here'),
    who: WhoseAnswer.optional().describe('Who must act; absent while only time runs'),
  })
  .meta({ id: 'Waiting', description: 'A step that is open or paused' });

const Blocked = z
  .object({
    stepId: StepId,
    sentence,
    by: z.array(StepId).describe('Steps that must be done first'),
    facts: z.array(z.string()).describe('Kinds of facts that are missing'),
    until: PlainDate.optional(),
    rule: z.string().optional(),
    law: z.string().describe('Statute of the step'),
  })
  .meta({ id: 'WaitingBehind', description: 'A step that has not begun' });

/** What a case waits for, in sentences. */
export const WhyAnswer = z
  .object({
    caseId: CaseId,
    language: z.enum(LANGUAGES),
    asOf: PlainDate.describe("The case's own day, which the sentences hold for"),
    waiting: z.array(Waiting),
    blocked: z.array(Blocked),
  })
  .meta({ id: 'Why' });

/** Tells a case from its projection, in the order of the path. */
export function whyAnswer(view: CaseView, language: Language, reader: Reader): z.input<typeof WhyAnswer> {
  const asOf = stockholmDayAt(view.assessedAt.getTime());
  const telling = { language, reader, asOf };
  const waiting = view.steps.flatMap((step) => {
    const told = describeWait(partsOf(step), telling);
    return told ? [{ stepId: step.stepId, ...told }] : [];
  });
  const blocked = view.steps.flatMap((step) => {
    const told = describeBlock(partsOf(step), telling);
    if (told === undefined || step.status.kind !== 'blocked') return [];
    const { kind: _, by, facts, ...more } = step.status;
    return [{ stepId: step.stepId, sentence: told, by: [...by], facts: [...facts], ...more, law: step.law }];
  });
  return { caseId: view.caseId, language, asOf, waiting, blocked };
}

function partsOf({ unit, ...step }: StepView) {
  return { ...step, ...(unit !== null && { unit }) };
}
