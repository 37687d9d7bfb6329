import { type AppealTime, appealTime } from '../law/appeal-time';
import type { PlainDate } from '../model/plain-date';
import type { Answer } from '../model/step-record';
import type { Course } from './course';

/** A refusal: which, on which day, who reported it, and served when, if that is known. */
export type Refusal = {
  readonly outcome: string;
  readonly on: PlainDate;
  readonly servedOn?: PlainDate;
  readonly by: Answer['by'];
};

type Talk = (course: Course, answer: Answer) => Course;

const DAY = /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/;

/** What is said between an application and the end of it, and where that leaves the filing. */
const TALK: { readonly [outcome: string]: Talk } = {
  completionRequested: (course, answer) =>
    isPending(course) ? { kind: 'completionAsked', ...dayToAnswer(answer) } : course,
  completionAnswered: (course) => (isPending(course) ? { kind: 'awaiting' } : course),
  decisionServed: (course, { servedOn, on }) =>
    course.kind === 'refused' || course.kind === 'appealed'
      ? { ...course, servedOn: course.servedOn ?? servedOn ?? on }
      : course,
  appealFiled: (course, { on }) =>
    course.kind === 'refused' && isInTime(course, on) ? { ...course, kind: 'appealed' } : course,
  appealChanged: backToTheAgency,
  appealRemitted: backToTheAgency,
};

/** Where a filing stands after an outcome that leaves it open. Other outcomes than the shared ones change nothing. */
export function afterTalk(course: Course, answer: Answer): Course {
  const talk = Object.hasOwn(TALK, answer.outcome) ? TALK[answer.outcome] : undefined;
  return talk ? talk(course, answer) : course;
}

/** The time to appeal a refusal. */
export function appealTimeOf({ on, servedOn }: Pick<Refusal, 'on' | 'servedOn'>): AppealTime {
  return appealTime({ decidedOn: on, ...(servedOn === undefined ? {} : { servedOn }) });
}

function isPending(course: Course): boolean {
  return course.kind === 'awaiting' || course.kind === 'completionAsked';
}

function backToTheAgency(course: Course, { on }: Answer): Course {
  return course.kind === 'appealed' ? { kind: 'awaiting', returnedOn: on } : course;
}

function isInTime(refusal: Refusal, filedOn: PlainDate): boolean {
  const time = appealTimeOf(refusal);
  return time.kind === 'notStarted' || filedOn <= time.lastDay;
}

function dayToAnswer({ fields }: Answer): { readonly by?: PlainDate } {
  const by = fields?.by;
  return by !== undefined && DAY.test(by) ? { by: by as PlainDate } : {};
}
