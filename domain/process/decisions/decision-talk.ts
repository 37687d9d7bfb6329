import { appealRouteOf } from '../../law/appeal-routes';
import { type AppealTime, appealTime, remedyOf } from '../../law/appeal-time';
import type { PlainDate } from '../../model/plain-date';
import type { Answer } from '../../model/step-record';
import type { Course } from './course';
import type { StepDefinition } from '../steps/step-definition';
import { dayIn } from '../dates/said-of-filing';

/** A refusal: which, on which day, who reported it, and served when, if that is known. */
export type Refusal = {
  readonly outcome: string;
  readonly on: PlainDate;
  readonly servedOn?: PlainDate;
  readonly by: Answer['by'];
  /** The agency has reviewed it and let it stand: `on` and `servedOn` are of that decision. */
  readonly reviewed?: true;
};

type Talk = (course: Course, answer: Answer, definition: StepDefinition) => Course;

/** What is said between an application and the end of it, and where that leaves the filing. */
const TALK: { readonly [outcome: string]: Talk } = {
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
  reviewChanged: backToTheAgency,
  appealFiled: (course, { on }, definition) =>
    course.kind === 'refused' && isInTime(definition, course, on) ? { ...course, kind: 'appealed' } : course,
  appealChanged: backToTheAgency,
  appealRemitted: backToTheAgency,
};

/** Where a filing stands after an outcome that leaves it open. Other outcomes than the shared ones change nothing. */
export function afterTalk(definition: StepDefinition, course: Course, answer: Answer): Course {
  const talk = Object.hasOwn(TALK, answer.outcome) ? TALK[answer.outcome] : undefined;
  return talk ? talk(course, answer, definition) : course;
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

function backToTheAgency(course: Course, { on }: Answer): Course {
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
