import { appealRouteOf } from '../../law/appeal-routes';
import { remedyOf } from '../../law/appeal-time';
import { addDays } from '../../law/calendar';
import type { Instant, PlainDate } from '../../model/plain-date';
import type { Answer } from '../../model/step-record';
import { afterTalk, appealTimeOf, type Refusal } from './decision-talk';
import type { OutcomeDefinition, StepDefinition } from '../steps/step-definition';

/** The end of a filing: what and on which day, who reported the decision, and when the case came to know. */
type End = {
  readonly outcome: string;
  readonly on: PlainDate;
  readonly by: Answer['by'];
  readonly knownAt?: Instant;
  /** It came by time alone: what is said after all counts instead. */
  readonly byTime?: true;
};

/**
 * Where the present filing of a step stands. `returnedOn`: a court sent the matter back that day; `by` of a request
 * for completion: the day that the agency set; `lapsedAfter`: the last day to appeal, where it
 * passed without one that is known.
 */
export type Course =
  | { readonly kind: 'awaiting'; readonly returnedOn?: PlainDate }
  | { readonly kind: 'completionAsked'; readonly by?: PlainDate }
  | ({ readonly kind: 'refused' } & Refusal)
  | ({ readonly kind: 'underReview' } & Refusal)
  | ({ readonly kind: 'appealed' } & Refusal)
  | ({ readonly kind: 'refusalStands'; readonly lapsedAfter?: PlainDate; readonly reviewed?: true } & End)
  | ({ readonly kind: 'ended' } & End);

/** The definition of an outcome; undefined also for a name from a nonsensical record. */
export function outcomeOf(definition: StepDefinition, outcome: string): OutcomeDefinition | undefined {
  return Object.hasOwn(definition.outcomes, outcome) ? definition.outcomes[outcome] : undefined;
}

/** Whether an outcome is the decision itself: a good end or a refusal. */
export function isDecision(definition: StepDefinition, outcome: string): boolean {
  const effect = outcomeOf(definition, outcome)?.effect;
  return effect === 'ends' || effect === 'refuses';
}

/**
 * What has become of a filing on a day: its answers read in the order the case took them. A refusal stands by itself
 * when its appeal time has run out, or it may not be appealed.
 */
export function courseOf(definition: StepDefinition, answers: readonly Answer[], today: PlainDate): Course {
  const start: Course = { kind: 'awaiting' };
  const course = answers.reduce<Course>((before, answer) => after(definition, before, answer), start);
  return course.kind === 'refused' ? letTimeRunOut(definition, course, today) : course;
}

function after(definition: StepDefinition, course: Course, answer: Answer): Course {
  const outcome = outcomeOf(definition, answer.outcome);
  const isOver = course.kind === 'ended' || course.kind === 'refusalStands';
  if (outcome === undefined || outcome.later || isOver) return course;
  switch (outcome.effect) {
    case 'ends':
      return { kind: 'ended', outcome: answer.outcome, ...endBy(answer) };
    case 'refuses':
      return refusedBy(answer);
    case 'stands':
      return isRefused(course)
        ? { kind: 'refusalStands', ...endBy(answer), outcome: course.outcome, by: course.by }
        : course;
    case 'stays':
      return afterTalk(definition, course, answer);
    case 'again':
      return course;
  }
}

function isRefused(course: Course): course is Extract<Course, { kind: 'refused' | 'appealed' }> {
  return course.kind === 'refused' || course.kind === 'appealed';
}

/** From the day after the last day to appeal; at once where nothing more may be asked for. */
function letTimeRunOut(
  definition: StepDefinition,
  refusal: Extract<Course, { kind: 'refused' }>,
  today: PlainDate,
): Course {
  const { outcome, by, reviewed } = refusal;
  const stands = { kind: 'refusalStands', outcome, by, ...(reviewed ? { reviewed } : {}) } as const;
  const remedy = remedyOf(appealRouteOf(definition.id), reviewed === true);
  if (remedy === undefined) return { ...stands, on: refusal.on };
  const time = appealTimeOf(definition, refusal);
  if (time.kind === 'notStarted' || today <= time.lastDay) return refusal;
  return { ...stands, on: addDays(time.lastDay, 1), lapsedAfter: time.lastDay };
}

function refusedBy({ outcome, on, servedOn, by }: Answer): Course {
  return { kind: 'refused', outcome, on, by, ...(servedOn === undefined ? {} : { servedOn }) };
}

function endBy({ on, by, at }: Answer): Omit<End, 'outcome'> {
  return { on, by, knownAt: at };
}
