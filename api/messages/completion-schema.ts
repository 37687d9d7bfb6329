import { z } from 'zod';
import type { CaseId, StepId } from '../../domain/model/ids';
import type { MessageItem } from '../../domain/model/message';
import { PlainDate } from '../../domain/model/plain-date';
import { text } from '../../domain/model/text';
import { CATALOGUE } from '../../domain/process/steps/catalogue';
import type { OutcomeDefinition, StepDefinition } from '../../domain/process/steps/step-definition';
import type { AnswerItem } from '../../register/message-body';
import type { Caller } from '../auth/caller';
import type { MessageIdentity } from '../endpoint';
import { fieldSchemas } from '../fields';

/** Answers to one or several steps, sent by a person or a system in one request. */
export type CompletionRequest = {
  readonly caller: Caller;
  readonly path: string;
  readonly message: MessageIdentity;
  readonly caseId: CaseId;
  readonly ifMatch: string | undefined;
  readonly answers: readonly AnswerItem[];
};

/** What any outcome says besides its own fields. */
const occasion = {
  on: PlainDate.optional().describe('The day it happened; `decidedOn` says the same of a decision'),
  decidedOn: PlainDate.optional().describe('The day of the decision'),
  servedOn: PlainDate.optional().describe(
    'The day the decision was served; an appeal time counts from here (FL 44 §)',
  ),
  note: text(2000).optional().describe('For colleagues; never sent to the engine'),
};
const Occasion = z.object(occasion).meta({ id: 'Occasion' });

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

type Rendered = { readonly jsonSchema: z.core.JSONSchema.BaseSchema };

/** The schema of each outcome with its fields, by the name that the documentation gives it: many steps share one. */
const outcomes = new Map<string, z.ZodObject>();

const completions = new Map(CATALOGUE.map((step) => [step.id, completionSchema(step, outcomeOf)]));
const completionsOfPeriods = new Map(
  CATALOGUE.filter(({ recurs }) => recurs).map((step) => [step.id, completionSchema(step, outcomeOfPeriod)]),
);

/** The completions that one step takes: one object for each of its outcomes. */
export function completionOf(step: StepDefinition): z.ZodType<WrittenCompletion> {
  return completions.get(step.id) as unknown as z.ZodType<WrittenCompletion>;
}

/** Documents what `…/steps/{stepId}/completion` takes; a request is read by the schema of the step in its path. */
export const AnyCompletion = z.intersection(Occasion, z.union(CATALOGUE.map(completionOf))).meta({
  id: 'Completion',
  description: 'One schema for each step; the path says which',
  override: { unevaluatedProperties: false },
}) as z.ZodType<WrittenCompletion>;

/** An answer among several at one desk: a completion that names its step. */
export const DeskAnswer = z
  .looseObject({
    stepId: z.enum(
      CATALOGUE.map(({ id }) => String(id)),
      'is not a step',
    ),
  })
  .transform(({ stepId, ...written }, context) => {
    const id = stepId as StepId;
    const read = (completionsOfPeriods.get(id) ?? completions.get(id))?.safeParse(written);
    if (read?.success) return { ...read.data, stepId };
    context.issues.push(...((read?.error.issues ?? []) as z.core.$ZodRawIssue[]));
    return z.NEVER;
  })
  .meta({
    id: 'DeskAnswer',
    override: ({ jsonSchema }: Rendered) => {
      delete jsonSchema.additionalProperties;
      jsonSchema.allOf = [referenceTo('Occasion')];
      jsonSchema.oneOf = CATALOGUE.map(documentAtDesk);
      jsonSchema.unevaluatedProperties = false;
    },
  }) as unknown as z.ZodType<WrittenCompletion & { readonly stepId: string; readonly period?: string }>;

function documentAtDesk({ id, recurs }: StepDefinition) {
  const { $schema: _dialect, ...period } = z.toJSONSchema(Period);
  const properties = { stepId: { const: id }, ...(recurs && { period }) };
  return { properties, allOf: [referenceTo(`${capital(id)}Completion`)] };
}

function referenceTo(name: string) {
  return { $ref: `#/components/schemas/${name}` };
}

/** A step's outcomes, told apart by their names. */
function completionSchema(step: StepDefinition, schemaOf: typeof outcomeOf) {
  const sayable = Object.entries(step.outcomes).filter(([, { by }]) => by !== 'time');
  const [first, ...others] = sayable.map(([outcome, { fields }]) => schemaOf(outcome, fields));
  if (!first) throw new TypeError(`${step.id} has no outcome that anybody may tell`);
  const error = `is not an outcome of ${step.id}; it takes ${sayable.map(([outcome]) => outcome).join(', ')}`;
  return z
    .discriminatedUnion('outcome', [first, ...others], error)
    .refine(({ on, decidedOn }) => on !== undefined || decidedOn !== undefined, {
      path: [step.kind === 'decision' ? 'decidedOn' : 'on'],
      error: 'is required',
    })
    .refine(({ on, decidedOn }) => on === undefined || decidedOn === undefined, {
      path: ['decidedOn'],
      error: 'says the same as `on`; give one of them',
    })
    .meta({ id: `${capital(step.id)}Completion` });
}

function outcomeOf(outcome: string, fields: OutcomeDefinition['fields']): z.ZodObject {
  const named = Object.entries(fields).map(([name, { optional }]) =>
    optional ? `Optional${capital(name)}` : capital(name),
  );
  const id = ['Outcome', capital(outcome), ...named].join('');
  const known = outcomes.get(id);
  if (known) return known;
  const schema = outcomeSchema(outcome, fields).meta({
    id,
    override: ({ jsonSchema }: Rendered) => openUp(jsonSchema),
  });
  outcomes.set(id, schema);
  return schema;
}

function outcomeOfPeriod(outcome: string, fields: OutcomeDefinition['fields']): z.ZodObject {
  return outcomeSchema(outcome, fields).extend({ period: Period });
}

function outcomeSchema(outcome: string, fields: OutcomeDefinition['fields']): z.ZodObject {
  return z.strictObject({ outcome: z.literal(outcome), ...occasion, ...fieldSchemas(fields) });
}

/** The document says once what all outcomes have, and closes them where they are put together. */
function openUp(schema: Rendered['jsonSchema']): void {
  delete schema.additionalProperties;
  const own = Object.entries(schema.properties ?? {}).filter(([name]) => !(name in occasion));
  schema.properties = Object.fromEntries(own);
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
