/**
 * A step's standing in one sentence, composed from the parts of its plan: whom it waits for and since when, its dates with
 * the basis of each, what it waits behind. No step has a sentence of its own, so a new step needs no new text.
 */
import type { Due, StepStatus } from '../model/plan';
import type { PlainDate } from '../model/plain-date';
import { opens } from '../process/dates/dues';
import { citation } from './citations';
import { ENGLISH } from './english';
import type { Grammar } from './grammar';
import { asSentence, type Language } from './language';
import { FACTS, HELD_BACK } from './rules';
import { stepTitle } from './steps';
import { SWEDISH } from './swedish';
import { appealBodyOf, blockerWords, dueWords, type StepParts, stepWords, type Audience } from './words-of';

const GRAMMARS = { sv: SWEDISH, en: ENGLISH } as const satisfies Record<Language, Grammar>;

type Open = Extract<StepStatus, { kind: 'open' }>;
type Paused = Extract<StepStatus, { kind: 'paused' }>;

/** What an open or paused step waits for. */
export type WaitDescription = {
  readonly sentence: string;
  /** Of the date that matters most, which `until` is; a right that opens has no last day. */
  readonly rule?: string;
  readonly law: string;
  readonly since: PlainDate;
  readonly until?: PlainDate;
  /** Who must act; absent while only time runs. */
  readonly who?: Due['whose'];
};

/** Describes an open or paused step; undefined for any other. */
export function describeWait(step: StepParts, audience: Audience): WaitDescription | undefined {
  const { status } = step;
  if (status.kind === 'open') {
    const who = whoActs(step, status);
    const sentence = describeOpen(step, status, audience);
    return { sentence, ...dateOf(step), since: status.since, ...(who && { who }) };
  }
  if (status.kind !== 'paused') return undefined;
  const sentence = describePaused(step, status, audience);
  return { sentence, ...dateOf(step), since: status.since, who: step.agency };
}

/** The date that matters most: the first last day; without one the right that opens, which has none. */
function dateOf({ dues, law }: StepParts): Pick<WaitDescription, 'rule' | 'law' | 'until'> {
  const due = dues.find((each) => !opens(each)) ?? dues[0];
  if (due === undefined) return { law };
  return { rule: due.rule, law: due.law, ...(opens(due) ? {} : { until: due.date }) };
}

/** Describes a step that has not begun: behind which steps, for want of which facts, not before which day. */
export function describeBlock(step: StepParts, { language }: Audience): string | undefined {
  const { status, stepId, law } = step;
  if (status.kind !== 'blocked') return undefined;
  const { by, facts, rule, until } = status;
  const heldBy = HELD_BACK[rule ?? '']?.[language];
  const isHeldByLaw = rule !== undefined && heldBy === undefined;
  const clause = GRAMMARS[language].blocked({
    title: stepTitle(stepId, language),
    steps: by.map((id) => blockerWords(id, language)),
    facts: facts.map((fact) => FACTS[fact][language]),
    ...(until && { until }),
    ...(heldBy && { heldBy }),
    law: citation(isHeldByLaw ? rule : law),
  });
  return asSentence([clause]);
}

/** Who must act: a court under appeal, else the newcomer or the step's agency; nobody while only time runs. */
function whoActs({ stepId, agency }: StepParts, { waitingFor, why }: Open): Due['whose'] | undefined {
  if (waitingFor === 'date') return undefined;
  if (waitingFor === 'newcomer') return 'newcomer';
  return why === 'underAppeal' ? (appealBodyOf(stepId) ?? agency) : agency;
}

function describeOpen(step: StepParts, status: Open, audience: Audience): string {
  const { opening, due } = GRAMMARS[audience.language];
  const isWithPeople = status.why === 'answerAwaited' && status.waitingFor === 'caseworker';
  const first = opening[isWithPeople ? 'answerByPeople' : status.why](
    stepWords(step, status.since, audience),
  );
  const dates = mostImportant(step.dues).map((each) => due(dueWords(each, step, audience)));
  return asSentence(dates.length > 0 ? [first, ...dates] : [`${first} (${citation(step.law)})`]);
}

/** Of a paused step the dates of law alone: the others wait with it. */
function describePaused(step: StepParts, status: Paused, audience: Audience): string {
  const { paused, due } = GRAMMARS[audience.language];
  const first = paused(stepWords(step, status.since, audience), status.until);
  const dates = step.dues.filter(isOfLaw).map((each) => due(dueWords(each, step, audience)));
  return asSentence([`${first} (${citation(step.law)})`, ...dates]);
}

/** All dates of law; of those that are configuration the one that matters most, lest the others hide it. */
function mostImportant(dues: readonly Due[]): readonly Due[] {
  const configured = dues.find((due) => !isOfLaw(due));
  return dues.filter((due) => isOfLaw(due) || due === configured);
}

function isOfLaw({ kind }: Due): boolean {
  return kind === 'duty' || kind === 'right';
}
