import type { FieldType, StepDefinition } from '../../../domain/process/steps/step-definition';
import { stepDefinition } from '../../../domain/process/steps/catalogue';
import { PlainDate } from '../../../domain/model/plain-date';
import { kommunCode } from './kommuner';

/** What is said about a step on a day: an outcome, or one of the words below, with what was told along. */
export type Word = {
  readonly stepId: string;
  readonly outcome: string;
  /** The day of the decision or the act, where it is not the day it is told. */
  readonly on?: PlainDate;
  readonly servedOn?: PlainDate;
  readonly by: 'person' | 'agency';
  readonly fields: Readonly<Record<string, string>>;
};

/** Words that are no outcomes: they may be said of any step. */
export const WORDS_OF_ANY_STEP: readonly string[] = [
  'reopening',
  'resubmission',
  'pause',
  'resumption',
  'extension',
  'handOverRefused',
];
const OF_ANY_WORD: { readonly [field: string]: FieldType } = { reason: 'text', until: 'date', rule: 'text' };
/** Numbers and texts may be left out: no number may stand in a file, and no rule reads a text. */
const MAY_BE_LEFT_OUT: readonly FieldType[] = ['text', 'personnummer', 'samordningsnummer'];

/**
 * Reads `personnummer registered, from 2027-01-11, kommun Stockholm, served 2027-02-22`. An outcome of an agency whose
 * system answers is told by that system, all others by a person; `told by person` says otherwise. Throws what is wrong.
 */
export function readWord(text: string): Word {
  const [said = '', ...along] = text.split(', ');
  const [stepId = '', outcome = '', ...rest] = said.split(' ');
  const definition = stepDefinition(stepId);
  if (!definition) throw new Error(`"${text}": no step is called ${stepId}`);
  if (rest.length > 0) throw new Error(`"${text}": write "<step> <outcome>, <name> <value>, …"`);
  const told = Object.fromEntries(along.map(toldAlong));
  const { decided, served, 'told by': by, ...fields } = told;
  return {
    stepId,
    outcome,
    ...(decided ? { on: PlainDate.parse(decided) } : {}),
    ...(served ? { servedOn: PlainDate.parse(served) } : {}),
    by: by === undefined ? usualTeller(definition, outcome) : teller(by),
    fields: readFields(text, fields, fieldsOf(definition, outcome)),
  };
}

function toldAlong(part: string): readonly [string, string] {
  const [, name = part, value = ''] = /^(told by|\S+) (.+)$/.exec(part) ?? [];
  return [name, value];
}

function teller(by: string): Word['by'] {
  if (by === 'person' || by === 'agency') return by;
  throw new Error(`told by ${by}: only by person or agency`);
}

function usualTeller({ answeredBy, outcomes }: StepDefinition, outcome: string): Word['by'] {
  return answeredBy === 'agencySystem' && outcomes[outcome]?.by === 'agency' ? 'agency' : 'person';
}

function fieldsOf({ id, outcomes }: StepDefinition, outcome: string) {
  if (WORDS_OF_ANY_STEP.includes(outcome)) {
    return Object.fromEntries(Object.entries(OF_ANY_WORD).map(([name, type]) => [name, optional(type)]));
  }
  const definition = outcomes[outcome];
  if (definition) return definition.fields;
  throw new Error(`${id} has no outcome ${outcome}; it has ${Object.keys(outcomes).join(', ')}`);
}

function optional(type: FieldType) {
  return { type, optional: true } as const;
}

function readFields(
  text: string,
  told: Readonly<Record<string, string>>,
  fields: StepDefinition['outcomes'][string]['fields'],
): Word['fields'] {
  for (const name of Object.keys(told)) {
    if (!fields[name]) throw new Error(`"${text}": nothing is told there by the name ${name}`);
  }
  for (const [name, { type, optional: mayLack }] of Object.entries(fields)) {
    if (told[name] !== undefined || mayLack || MAY_BE_LEFT_OUT.includes(type)) continue;
    throw new Error(`"${text}": ${name} is to be told too`);
  }
  const entries = Object.entries(told).map(([name, value]) => [name, readField(fields[name]?.type, value)]);
  return Object.fromEntries(entries) as Word['fields'];
}

function readField(type: FieldType | undefined, value: string): string {
  if (type === 'date') return PlainDate.parse(value);
  return type === 'kommun' ? kommunCode(value) : value;
}
