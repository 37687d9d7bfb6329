import { appealRouteOf } from '../../law/appeal-routes';
import { type AppealTime, appealTime, remedyOf } from '../../law/appeal-time';
import { addDays } from '../../law/calendar';
import type { Instant, PlainDate } from '../../model/plain-date';
import type { Answer } from '../../model/step-record';
import type { OutcomeDefinition, StepDefinition } from '../steps/step-definition';
import { dayIn } from './answers';

/** A refusal: which, on which day, who reported it, and served when, if that is known. */
export type Refusal = {
  readonly outcome: string;
  readonly on: PlainDate;
  readonly servedOn?: PlainDate;
  readonly by: Answer['by'];
  /** The agency has reviewed and upheld it: `on` and `servedOn` are of that decision. */
  readonly reviewed?: true;
};

/** The end of a filing: what and on which day, who reported the decision, and when the case learnt of it. */
type End = {
  readonly outcome: string;
  readonly on: PlainDate;
  readonly by: Answer['by'];
  readonly knownAt?: Instant;
  /** It ended by time alone: an outcome reported later counts instead. */
  readonly byTime?: true;
};

/**
 * Where the present filing of a step stands. `returnedOn`: a court sent the matter back that day; `by` of a request
 * for completion: the day that the agency set; `lapsedAfter`: the last day to appeal, where it passed without a known
 * appeal.
 */
export type Course =
  | { readonly kind: 'awaiting'; readonly returnedOn?: PlainDate }
  | { readonly kind: 'completionAsked'; readonly by?: PlainDate }
  | ({ readonly kind: 'refused' } & Refusal)
  | ({ readonly kind: 'underReview' } & Refusal)
  | ({ readonly kind: 'appealed' } & Refusal)
  | ({ readonly kind: 'refusalStands'; readonly lapsedAfter?: PlainDate; readonly reviewed?: true } & End)
  | ({ readonly kind: 'ended' } & End);

/** The definition of an outcome; undefined also for a name from an invalid record. */
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
      return changed(definition, course, answer);
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

type Change = (course: Course, answer: Answer, definition: StepDefinition) => Course;

/** How the shared outcomes between an application and its end change the course of a filing. */
const CHANGES: { readonly [outcome: string]: Change } = {
  completionRequested: (course, answer) =>
    isPending(course) ? { kind: 'completionAsked', ...dayToAnswer(answer) } : course,
  completionAnswered: (course) => (isPending(course) ? { kind: 'awaiting' } : course),
  decisionServed: (course, { servedOn, on }) =>
    course.kind === 'refused' || course.kind === 'appealed'
      ? { ...course, servedOn: course.servedOn ?? servedOn ?? on }
      : course,
  reviewRequested: (course, { on }, definition) =>
    course.kind === 'refused' && isInTime(definition, course, on)
      ? { ...course, kind: 'underReview' }
      : course,
  reviewUpheld: (course, { on, servedOn }) =>
    course.kind === 'underReview'
      ? {
          kind: 'refused',
          outcome: course.outcome,
          by: course.by,
          on,
          ...(servedOn ? { servedOn } : {}),
          reviewed: true,
        }
      : course,
  reviewChanged: returnedToAgency,
  appealFiled: (course, { on }, definition) =>
    course.kind === 'refused' && isInTime(definition, course, on) ? { ...course, kind: 'appealed' } : course,
  appealChanged: returnedToAgency,
  appealRemitted: returnedToAgency,
};

/** Where a filing stands after an outcome that leaves it open. Other outcomes than the shared ones change nothing. */
function changed(definition: StepDefinition, course: Course, answer: Answer): Course {
  const change = Object.hasOwn(CHANGES, answer.outcome) ? CHANGES[answer.outcome] : undefined;
  return change ? change(course, answer, definition) : course;
}

/** The time to ask for omprövning of a refusal or to appeal it, whichever comes next; never where neither may be done. */
export function appealTimeOf({ id }: StepDefinition, { on, servedOn, reviewed }: Refusal): AppealTime {
  const remedy = remedyOf(appealRouteOf(id), reviewed === true);
  if (remedy === undefined) return { kind: 'notStarted' };
  const decision = { decidedOn: on, ...(servedOn === undefined ? {} : { servedOn }) };
  return appealTime(decision, 'individual', remedy.time);
}

function isPending(course: Course): boolean {
  return course.kind === 'awaiting' || course.kind === 'completionAsked';
}

function returnedToAgency(course: Course, { on }: Answer): Course {
  const isTried = course.kind === 'appealed' || course.kind === 'underReview';
  return isTried ? { kind: 'awaiting', returnedOn: on } : course;
}

function isInTime(definition: StepDefinition, refusal: Refusal, filedOn: PlainDate): boolean {
  const time = appealTimeOf(definition, refusal);
  return time.kind === 'notStarted' || filedOn <= time.lastDay;
}

function dayToAnswer(answer: Answer): { readonly by?: PlainDate } {
  const by = dayIn(answer, 'by');
  return by === undefined ? {} : { by };
}
