import type { StepId } from '../../model/ids';
import type { PlainDate } from '../../model/plain-date';
import type { Due, PlannedStep, StepStatus } from '../../model/plan';
import type { Answer, StepRecord } from '../../model/step-record';
import type { Course } from '../filings/course';
import type { StepContext, StepDefinition } from '../steps/step-definition';
import type { AnsweredBy } from './installation-settings';

/** A step while the planner works on it: its definition, what has happened to it, and what that results in today. */
export type PreparedStep = {
  readonly definition: StepDefinition;
  /** Of an occurrence its own id. */
  readonly stepId: StepId;
  /** The installation carries it. */
  readonly isCarried: boolean;
  readonly answeredBy: AnsweredBy;
  readonly handedOver: boolean;
  /** The record as it is, before the days of opening are filled in. */
  readonly record: StepRecord;
  readonly filing: number;
  /** Answers to the present filing, in the order taken. */
  readonly answers: readonly Answer[];
  readonly course: Course;
  /** Day the present filing opened: as recorded, or today. */
  readonly filingOpenedOn: PlainDate;
  readonly context: StepContext;
};

/** A step with its place in the plan, and the dates that the law sets for it while it is under way. */
export type PlacedStep = PreparedStep & {
  readonly planned: PlannedStep;
  readonly lawDates: readonly Due[];
  /** The coming day on which it ends by itself. */
  readonly endsOn: PlainDate | undefined;
};

/** Statuses in which a step has neither ended nor is held back: open, or paused while open. */
export function isUnderWay(status: StepStatus): boolean {
  return status.kind === 'open' || status.kind === 'paused';
}

/** Whether the present filing still waits for its decision. */
export function isPending({ course }: PreparedStep): boolean {
  return course.kind === 'awaiting' || course.kind === 'completionAsked';
}
