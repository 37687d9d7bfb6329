import type { Recurrence, StepDefinition } from '../domain/process/steps/step-definition';
import { LANGUAGES } from '../domain/texts/language';
import { stepTitle } from '../domain/texts/steps';
import { code, codes, table } from './markdown';
import type { Observed } from './observed';
import { appealWords, effectWords, fieldWords, ownOutcomes, sharedSetsOf, whoseWords } from './words';

/** What a section is written from: what the step showed on the example paths, the comment above it, what its codes mean. */
export type StepTexts = {
  readonly observed: Observed;
  readonly description?: string;
  readonly meanings: ReadonlyMap<string, string>;
  /** A link to another step. */
  readonly linkTo: (stepId: string) => string;
};

/** One step: everything in its definition, in words. */
export function stepSection(step: StepDefinition, texts: StepTexts): readonly string[] {
  return [
    `## ${step.id}`,
    '',
    ...(texts.description ? [texts.description, ''] : []),
    ...facets(step, texts).map(([name, value]) => `- ${name}: ${value}`),
    '',
    ...outcomesOf(step, texts),
    ...reasonsOf(texts),
    ...datesOf(step, texts),
  ];
}

type Facet = readonly [name: string, value: string | undefined];

function facets(step: StepDefinition, texts: StepTexts): readonly Facet[] {
  const { medianDays, p90Days, source } = step.expectation;
  const all: readonly Facet[] = [
    ['called', calledWords(step.id)],
    ['kind', step.kind],
    ['statute', step.law],
    ['after', afterWords(step, texts)],
    ['needs to know', codes(step.needs)],
    ['held back until a day named by', heldBackWords(texts)],
    ['comes back', step.recurs && recurrenceWords(step.recurs)],
    ['household', step.together && TOGETHER[step.together]],
    ['answered by', answeredWords(step)],
    ['usual time', `${medianDays} days, nine of ten within ${p90Days} (${source})`],
    ['reminders', step.reminderWeeks.length > 0 ? `after ${step.reminderWeeks.join(', ')} weeks` : undefined],
    ['to bring', codes(step.bring)],
    ['the agency is told', codes(step.sees)],
    ['appeal', appealWords(step)],
  ];
  return all.filter(([, value]) => value);
}

/** The title of the step for people, in each language. */
function calledWords(stepId: string): string {
  return LANGUAGES.map((language) => `${stepTitle(stepId, language)} (${language})`).join(' · ');
}

const TOGETHER = {
  visit: 'one visit together, a filing each',
  benefit: 'one for all, on the case of the one who applies',
} as const;

function recurrenceWords({ everyMonths }: Recurrence): string {
  return everyMonths === 1 ? 'every month' : `every ${everyMonths} months`;
}

function afterWords({ after }: StepDefinition, { linkTo }: StepTexts): string {
  return after.map(({ step, outcomes }) => `${linkTo(step)} ${outcomes.map(code).join(' or ')}`).join('; ');
}

/** Citations of law stand as they are, codes as codes with what they mean. */
function heldBackWords({ observed, meanings }: StepTexts): string {
  const rules = observed.heldBack.map(({ code: rule }) => {
    const meaning = meanings.get(rule);
    return /^\w+$/.test(rule) ? `${code(rule)}${meaning ? ` (${meaning})` : ''}` : rule;
  });
  return rules.join('; ');
}

function answeredWords({ answeredBy, handedOver }: StepDefinition): string {
  if (answeredBy === 'agencySystem') return "the agency's system, which it is handed over to";
  return handedOver ? "a caseworker; handed over to the agency's system" : 'a caseworker';
}

function outcomesOf(step: StepDefinition, { meanings }: StepTexts): readonly string[] {
  const sets = sharedSetsOf(step);
  const own = Object.entries(ownOutcomes(step));
  const rows = own.map(([name, outcome]) => [
    code(name),
    meanings.get(`${step.id} ${name}`) ?? meanings.get(name) ?? '',
    effectWords(outcome),
    whoseWords(outcome),
    fieldWords(outcome),
  ]);
  const also =
    sets.length > 0
      ? [
          `Besides, [what may be said of ${sets.join(' and of ')}](README.md#what-else-is-said-of-decisions).`,
          '',
        ]
      : [];
  return [...table(['outcome', 'meaning', 'effect', 'whose', 'fields'], rows), ...also];
}

function reasonsOf({ observed, meanings }: StepTexts): readonly string[] {
  const rows = observed.notApplicable.map((reason) => [
    code(reason.code),
    meanings.get(reason.code) ?? '',
    reason.law ?? '',
  ]);
  return table(['does not concern the person when', 'meaning', 'statute'], rows);
}

/** The step's own dates: those that every step or decision has are listed once, in the overview. */
function datesOf(step: StepDefinition, { observed, meanings }: StepTexts): readonly string[] {
  const shared = [
    'answerCompletion',
    `${step.id}Expected`,
    ...(appealWords(step) ? ['review', 'appeal'] : []),
  ];
  const own = observed.dates.filter(({ rule }) => !shared.includes(rule));
  const rows = own.map(({ kind, rule, law, whose }) => [
    kind,
    code(rule),
    meanings.get(rule) ?? '',
    whose,
    law,
  ]);
  return table(['date', 'rule', 'meaning', 'whose', 'statute or source'], rows);
}
