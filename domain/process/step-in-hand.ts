import { latest } from '../law/calendar';
import type { CaseFacts } from '../model/facts';
import type { StepId } from '../model/ids';
import type { Due, PlannedStep, StepStatus } from '../model/plan';
import type { PlainDate } from '../model/plain-date';
import type { Answer, StepRecord } from '../model/step-record';
import type { Course } from './course';
import { courseOf, outcomeOf } from './course';
import { UNTOUCHED_RECORD } from './opened-record';
import type { AnsweredBy, AnsweringSettings, StepContext, StepDefinition } from './step-definition';

/** A step while the planner works on it: its definition, what has happened to it, and what that comes to today. */
export type StepInHand = {
  readonly definition: StepDefinition;
  readonly answeredBy: AnsweredBy;
  readonly handedOver: boolean;
  /** The record as it stands, before the days of opening are filled in. */
  readonly record: StepRecord;
  readonly filing: number;
  /** Answers to the present filing, in the order taken. */
  readonly answers: readonly Answer[];
  readonly course: Course;
  /** Day the present filing opened: as recorded, or today. */
  readonly filingOpenedOn: PlainDate;
  readonly context: StepContext;
};

/** A step with its place in the plan, and the dates that the law gives it while it is under way. */
export type StepPlanned = StepInHand & { readonly planned: PlannedStep; readonly lawDates: readonly Due[] };

/** Statuses in which a step is neither over nor held back: open, or paused while open. */
export function isUnderWay(status: StepStatus): boolean {
  return status.kind === 'open' || status.kind === 'paused';
}

/** Whether the present filing still waits for its decision. */
export function isPending({ course }: StepInHand): boolean {
  return course.kind === 'awaiting' || course.kind === 'completionAsked';
}

/** Takes a step in hand. `planned` answers for the steps before it. */
export function takeInHand(
  definition: StepDefinition,
  given: { readonly facts: CaseFacts; readonly today: PlainDate; readonly settings: AnsweringSettings },
  record: StepRecord = UNTOUCHED_RECORD,
  planned: (step: StepId) => PlannedStep | undefined,
): StepInHand {
  const { facts, today, settings } = given;
  const { answeredBy, handedOver } = settings[definition.id] ?? definition;
  const again = record.answers.filter((answer) => outcomeOf(definition, answer.outcome)?.effect === 'again');
  const filing = 1 + record.reopenings.length + record.resubmissions.length + again.length;
  const answers = record.answers.filter((answer) => answer.filing === filing);
  const restarts = [...record.reopenings, ...record.resubmissions, ...again].map(({ on }) => on);
  // A restart on record is later than a day of opening that the workflow has not renewed yet.
  const filingOpenedOn = latest(record.filingOpenedOn ?? today, ...restarts);
  return {
    definition,
    answeredBy,
    handedOver,
    record,
    filing,
    answers,
    course: courseOf(definition, answers, today),
    filingOpenedOn,
    context: {
      facts,
      today,
      planned,
      record: { ...record, filing, filingOpenedOn, openedOn: record.openedOn ?? today },
    },
  };
}
