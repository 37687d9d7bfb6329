import { latest } from '../../law/calendar';
import type { CaseFacts } from '../../model/facts';
import type { StepId } from '../../model/ids';
import type { PlainDate } from '../../model/plain-date';
import type { PlannedStep } from '../../model/plan';
import type { StepRecord, StepRecords } from '../../model/step-record';
import { type Course, courseOf, outcomeOf } from '../filings/course';
import type { StepContext, StepDefinition } from '../steps/step-definition';
import type { InstallationSettings } from './installation-settings';
import type { PreparedStep } from './prepared-step';
import type { LaterIds, Occurrence } from './recurrence';
import { UNTOUCHED_RECORD } from './step-records';

/** What all steps of one plan are planned from; `planned` returns a step that was planned before. */
export type PlanInput = {
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

/** Prepares one occurrence of a step: finds its record, and works out its present filing and how far that has come. */
export function prepareStep(
  definition: StepDefinition,
  { stepId, periodFrom }: Occurrence,
  input: PlanInput,
): PreparedStep {
  const { today, settings } = input;
  const record = input.records[stepId];
  const { answeredBy, handedOver } = settings.answering?.[definition.id] ?? definition;
  const isCarried = settings.steps === undefined || settings.steps.includes(definition.id);
  // Whole literals: adding to a copy costs ten times as much, and a plan prepares some sixty steps.
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
      context: contextOf(input, input.untouched, periodFrom),
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
    context: contextOf(input, asOpened, periodFrom),
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
  { facts, today, planned }: PlanInput,
  record: StepRecord,
  periodFrom: PlainDate | undefined,
): StepContext {
  return periodFrom === undefined
    ? { facts, today, planned, record }
    : { facts, today, planned, record, periodFrom };
}
