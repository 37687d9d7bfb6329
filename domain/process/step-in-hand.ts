import { latest } from '../law/calendar';
import type { CaseFacts } from '../model/facts';
import type { StepId } from '../model/ids';
import type { Due, PlannedStep, StepStatus } from '../model/plan';
import type { PlainDate } from '../model/plain-date';
import type { Answer, StepRecord, StepRecords } from '../model/step-record';
import type { Course } from './course';
import { courseOf, outcomeOf } from './course';
import { UNTOUCHED_RECORD } from './opened-record';
import type { LaterIds, Occurrence } from './recurrence';
import type { AnsweredBy, InstallationSettings, StepContext, StepDefinition } from './step-definition';

/** A step while the planner works on it: its definition, what has happened to it, and what that comes to today. */
export type StepInHand = {
  readonly definition: StepDefinition;
  /** Of an occurrence its own id. */
  readonly stepId: StepId;
  /** The installation carries it. */
  readonly isCarried: boolean;
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

/** What all steps of one plan are planned from; `planned` answers for the steps before. */
export type Given = {
  readonly facts: CaseFacts;
  readonly records: StepRecords;
  readonly today: PlainDate;
  readonly settings: InstallationSettings;
  /** The record of a step that nothing has happened to, as opened today. */
  readonly untouched: StepRecord;
  /** The later occurrences on record. */
  readonly laterIds: LaterIds;
  readonly planned: (step: StepId) => PlannedStep | undefined;
};

/** Takes one occurrence of a step in hand. */
export function takeInHand(
  definition: StepDefinition,
  { stepId, periodFrom }: Occurrence,
  given: Given,
): StepInHand {
  const { today, settings } = given;
  const record = given.records[stepId];
  const { answeredBy, handedOver } = settings.answering?.[definition.id] ?? definition;
  const isCarried = settings.steps === undefined || settings.steps.includes(definition.id);
  // Whole literals: adding to a copy costs ten times as much, and a plan takes some sixty steps in hand.
  if (record === undefined) {
    return {
      definition,
      stepId,
      isCarried,
      answeredBy,
      handedOver,
      record: UNTOUCHED_RECORD,
      filing: 1,
      answers: UNTOUCHED_RECORD.answers,
      course: AWAITING,
      filingOpenedOn: today,
      context: contextOf(given, given.untouched, periodFrom),
    };
  }
  const restarts = restartsOf(definition, record);
  const filing = 1 + restarts.length;
  const answers = record.answers.filter((answer) => answer.filing === filing);
  // A restart on record is later than a day of opening that the workflow has not renewed yet.
  const filingOpenedOn = latest(record.filingOpenedOn ?? today, ...restarts);
  const asOpened = openedOf(record, filing, filingOpenedOn, today);
  return {
    definition,
    stepId,
    isCarried,
    answeredBy,
    handedOver,
    record,
    filing,
    answers,
    course: courseOf(definition, answers, today),
    filingOpenedOn,
    context: contextOf(given, asOpened, periodFrom),
  };
}

const AWAITING: Course = { kind: 'awaiting' };

/** The days on which the step started over: reopened, filed again, called again. */
function restartsOf(definition: StepDefinition, record: StepRecord): readonly PlainDate[] {
  const again = record.answers.filter((answer) => outcomeOf(definition, answer.outcome)?.effect === 'again');
  return [...record.reopenings, ...record.resubmissions, ...again].map(({ on }) => on);
}

/** The record with the days of opening filled in; most have them already. */
function openedOf(
  record: StepRecord,
  filing: number,
  filingOpenedOn: PlainDate,
  today: PlainDate,
): StepRecord {
  const isWhole =
    record.openedOn !== undefined && record.filing === filing && record.filingOpenedOn === filingOpenedOn;
  return isWhole ? record : { ...record, filing, filingOpenedOn, openedOn: record.openedOn ?? today };
}

function contextOf(
  { facts, today, planned }: Given,
  record: StepRecord,
  periodFrom: PlainDate | undefined,
): StepContext {
  return periodFrom === undefined
    ? { facts, today, planned, record }
    : { facts, today, planned, record, periodFrom };
}
