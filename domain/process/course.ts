/** What has become of the present filing of a step: its answers, read in the order the case took them. */
import { appealRouteOf, appealTime } from '../law/appeal-time';
import { addDays, stockholmDay } from '../law/calendar';
import type { PlainDate } from '../model/plain-date';
import type { Answer } from '../model/step-record';
import type { OutcomeDefinition, StepDefinition } from './step-definition';

/** A refusal: on which day, by whom it was reported, and served when, if it is known. */
type Refusal = {
  readonly outcome: string;
  readonly on: PlainDate;
  readonly servedOn?: PlainDate;
  readonly by: Answer['by'];
};

/** The end of a filing: what and on which day, who reported the decision, and the day the case came to know. */
type End = {
  readonly outcome: string;
  readonly on: PlainDate;
  readonly by: Answer['by'];
  readonly knownOn: PlainDate;
};

/** `returnedOn`: a court sent the matter back; `by` of a request for completion: the day the agency set. */
export type Course =
  | { readonly kind: 'awaiting'; readonly returnedOn?: PlainDate }
  | { readonly kind: 'completionAsked'; readonly by?: PlainDate }
  | ({ readonly kind: 'refused' } & Refusal)
  | ({ readonly kind: 'appealed' } & Refusal)
  | ({ readonly kind: 'refusalStands' } & End)
  | ({ readonly kind: 'ended' } & End);

const DAY = /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/;

/** The definition of an outcome, also when the name comes from a nonsensical record. */
export function outcomeOf(definition: StepDefinition, outcome: string): OutcomeDefinition | undefined {
  return Object.hasOwn(definition.outcomes, outcome) ? definition.outcomes[outcome] : undefined;
}

/** Where a filing stands on a day. A refusal stands by itself when its appeal time has run out (or it has none). */
export function courseOf(definition: StepDefinition, answers: readonly Answer[], today: PlainDate): Course {
  const start: Course = { kind: 'awaiting' };
  const course = answers.reduce<Course>((before, answer) => after(definition, before, answer), start);
  return course.kind === 'refused' ? letTimeRunOut(definition, course, today) : course;
}

/** The last day to appeal a refusal, when the time runs at all. */
export function lastAppealDay(refusal: { readonly on: PlainDate; readonly servedOn?: PlainDate }) {
  return appealTime({
    decidedOn: refusal.on,
    ...(refusal.servedOn === undefined ? {} : { servedOn: refusal.servedOn }),
  });
}

function after(definition: StepDefinition, course: Course, answer: Answer): Course {
  const outcome = outcomeOf(definition, answer.outcome);
  const isOver = course.kind === 'ended' || course.kind === 'refusalStands';
  if (outcome === undefined || outcome.later || isOver) return course;
  switch (outcome.effect) {
    case 'ends':
      return { kind: 'ended', ...endBy(answer, answer.outcome) };
    case 'refuses':
      return { kind: 'refused', ...refusalBy(answer) };
    case 'stands':
      return course.kind === 'refused' || course.kind === 'appealed'
        ? { kind: 'refusalStands', ...endBy(answer, course.outcome), by: course.by }
        : course;
    case 'stays':
      return afterTalk(course, answer);
    case 'again':
      return course;
  }
}

function afterTalk(course: Course, answer: Answer): Course {
  const isRefused = course.kind === 'refused' || course.kind === 'appealed';
  switch (answer.outcome) {
    case 'completionRequested':
      return isRefused ? course : { kind: 'completionAsked', ...requestedBy(answer) };
    case 'completionAnswered':
      return isRefused ? course : { kind: 'awaiting' };
    case 'decisionServed':
      return isRefused ? { ...course, servedOn: course.servedOn ?? answer.servedOn ?? answer.on } : course;
    case 'appealFiled':
      return course.kind === 'refused' && isInTime(course, answer) ? { ...course, kind: 'appealed' } : course;
    case 'appealChanged':
    case 'appealRemitted':
      return course.kind === 'appealed' ? { kind: 'awaiting', returnedOn: answer.on } : course;
  }
  return course;
}

function isInTime(refusal: Refusal, appeal: Answer): boolean {
  const time = lastAppealDay(refusal);
  return time.kind === 'notStarted' || appeal.on <= time.lastDay;
}

/** A refusal that may not be appealed stands at once; else from the day after the last day to appeal. */
function letTimeRunOut(
  definition: StepDefinition,
  refusal: Extract<Course, { kind: 'refused' }>,
  today: PlainDate,
): Course {
  const { outcome, by } = refusal;
  const stands = (on: PlainDate): Course => ({ kind: 'refusalStands', outcome, by, on, knownOn: on });
  if (appealRouteOf(definition.id).kind === 'notAppealable') return stands(refusal.on);
  const time = lastAppealDay(refusal);
  return time.kind === 'runs' && time.lastDay < today ? stands(addDays(time.lastDay, 1)) : refusal;
}

function refusalBy({ outcome, on, servedOn, by }: Answer): Refusal {
  return { outcome, on, by, ...(servedOn === undefined ? {} : { servedOn }) };
}

function endBy(answer: Answer, outcome: string): End {
  return { outcome, on: answer.on, by: answer.by, knownOn: stockholmDay(answer.at) };
}

function requestedBy(answer: Answer): { readonly by?: PlainDate } {
  const by = answer.fields?.by;
  return by !== undefined && DAY.test(by) ? { by: by as PlainDate } : {};
}
