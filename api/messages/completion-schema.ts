import { z } from 'zod';
import type { StepId } from '../../domain/model/ids';
import type { MessageItem } from '../../domain/model/message';
import { PlainDate } from '../../domain/model/plain-date';
import { text } from '../../domain/model/text';
import { CATALOGUE } from '../../domain/process/steps/catalogue';
import type { OutcomeDefinition, StepDefinition } from '../../domain/process/steps/step-definition';
import type { AnswerItem } from '../../register/message-body';
import { fieldSchemas } from '../fields';

/** What is asked about any outcome besides its own fields. */
const day = {
  on: PlainDate.optional().describe('The day it happened; `decidedOn` says the same of a decision'),
  decidedOn: PlainDate.optional().describe('The day of the decision'),
  servedOn: PlainDate.optional().describe(
    'The day the decision was served; an appeal time counts from here (FL 44 §)',
  ),
  note: text(2000).optional().describe('For colleagues; never sent to the engine'),
};

/** A completion as it is written, before the fields of its outcome are gathered. */
export type WrittenCompletion = {
  readonly outcome: string;
  readonly on?: PlainDate;
  readonly decidedOn?: PlainDate;
  readonly servedOn?: PlainDate;
  readonly note?: string;
} & { readonly [field: string]: string | undefined };

/** Which later occurrence is meant, at a desk where the step is named in the body. */
const Period = z
  .string()
  .regex(/^\d{4}-(0[1-9]|1[0-2])$/, 'must be a month, YYYY-MM')
  .optional()
  .describe('The month in which the period of a later occurrence begins; left out for the first one');

type Discriminable = z.core.$ZodTypeDiscriminable;

const completions = new Map(CATALOGUE.map((step) => [step.id, completionSchema(step, false)]));

/** The completions that one step takes: one object for each of its outcomes. */
export function completionOf(step: StepDefinition): z.ZodType<WrittenCompletion> {
  return completions.get(step.id) as unknown as z.ZodType<WrittenCompletion>;
}

/** What `…/steps/{stepId}/completion` takes: one schema for each step, told apart by the path. */
export const AnyCompletion = z
  .union(CATALOGUE.map(completionOf))
  .meta({ id: 'Completion', description: 'One schema for each step; the path says which' });

/** An answer among several at one desk: a completion that names its step. */
export const DeskAnswer = union(
  'stepId',
  CATALOGUE.map((step) => completionSchema(step, true)),
  'is not a step',
).meta({ id: 'DeskAnswer' }) as unknown as z.ZodType<
  WrittenCompletion & { readonly stepId: string; readonly period?: string }
>;

function completionSchema(step: StepDefinition, isNamed: boolean): Discriminable {
  const sayable = Object.entries(step.outcomes).filter(([, { by }]) => by !== 'time');
  const outcomes = sayable.map(([outcome, definition]) => outcomeSchema(step, outcome, definition, isNamed));
  const error = `is not an outcome of ${step.id}; it takes ${sayable.map(([outcome]) => outcome).join(', ')}`;
  const id = `${capital(step.id)}${isNamed ? 'DeskAnswer' : 'Completion'}`;
  return union('outcome', outcomes, error).meta({ id });
}

function outcomeSchema(
  step: StepDefinition,
  outcome: string,
  { fields }: OutcomeDefinition,
  isNamed: boolean,
): Discriminable {
  const name = step.kind === 'decision' ? 'decidedOn' : 'on';
  return z
    .strictObject({
      ...(isNamed && { stepId: z.literal(step.id) }),
      ...(isNamed && step.recurs && { period: Period }),
      outcome: z.literal(outcome),
      ...day,
      ...fieldSchemas(fields),
    })
    .refine(({ on, decidedOn }) => on !== undefined || decidedOn !== undefined, {
      path: [name],
      error: 'is required',
    })
    .refine(({ on, decidedOn }) => on === undefined || decidedOn === undefined, {
      path: ['decidedOn'],
      error: 'says the same as `on`; give one of them',
    })
    .meta({ id: `${capital(step.id)}${capital(outcome)}${isNamed ? 'AtDesk' : ''}` });
}

/** A discriminated union made from a list that only the catalogue knows. */
function union(discriminator: string, options: readonly Discriminable[], error: string) {
  const [first, ...others] = options;
  if (!first) throw new TypeError(`nothing to tell apart by ${discriminator}`);
  return z.discriminatedUnion(discriminator, [first, ...others], error);
}

function capital(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}

/** A written completion as the register keeps it: the day under one name, the outcome's own fields apart. */
export function answerItem(stepId: StepId, step: StepDefinition, written: WrittenCompletion): AnswerItem {
  const { outcome, on, decidedOn, servedOn, note } = written;
  const names = Object.keys(step.outcomes[outcome]?.fields ?? {});
  const fields = names.flatMap((name) => (written[name] === undefined ? [] : [[name, written[name]]]));
  return {
    stepId,
    outcome,
    on: (on ?? decidedOn) as PlainDate,
    ...(servedOn && { servedOn }),
    fields: Object.fromEntries(fields) as Record<string, string>,
    ...(note && { note }),
  };
}

/** The part of an answer that the engine gets: ids, codes and days. */
export function itemMessage({ stepId, filing, outcome, on, servedOn }: AnswerItem): MessageItem {
  return { stepId, ...(filing && { filing }), outcome, on, ...(servedOn && { servedOn }) };
}
