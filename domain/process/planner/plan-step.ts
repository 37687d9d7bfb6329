import type { PlainDate } from '../../model/plain-date';
import type { Due, PlannedStep, StepStatus } from '../../model/plan';
import { duesOf, lawDues } from '../dates/dues';
import { afterPauses } from '../dates/moved-dates';
import { allowedOf } from '../filings/allowed';
import { isLeftBehind, isToBeRetracted, handOverAgency } from '../filings/hand-over';
import type { EndByTime } from '../steps/step-definition';
import { isPending, isUnderWay, type PreparedStep, type PlacedStep } from './prepared-step';
import { statusOf } from './step-status';

/** A value while it is being made: a plan is put together in place, since copying is what it would cost most. */
export type Writable<T> = { -readonly [key in keyof T]: T[key] };

const NO_DATES: readonly Due[] = [];

/** One step with its place in the plan: status, dates, what it takes, and what its agency is to be sent. */
export function planStep(prepared: PreparedStep): PlacedStep {
  const before = statusOf(prepared);
  const end = endByTimeOf(prepared, before);
  if (end === undefined || end.on > prepared.context.today) return withDates(prepared, before, end?.on);
  const step = endedByTime(prepared, end);
  return withDates(step, statusOf(step), undefined);
}

function withDates(step: PreparedStep, status: StepStatus, endsOn: PlainDate | undefined): PlacedStep {
  const lawDates = isUnderWay(status) ? lawDues(step) : NO_DATES;
  const dues = isUnderWay(status) ? duesOf(step, lawDates) : NO_DATES;
  // Written in place: some sixty steps a plan, and copies are what a plan costs.
  return Object.assign(step, { lawDates, endsOn, planned: plannedOf(step, status, dues) });
}

function plannedOf(step: PreparedStep, status: StepStatus, dues: readonly Due[]): PlannedStep {
  const { stepId, filing, definition, course, context } = step;
  const { agency, kind, law } = definition;
  const allowed = allowedOf(step, status, dues);
  const shown: Writable<PlannedStep> = { stepId, agency, kind, law, status, filing, dues, allowed };
  if (course.kind === 'refusalStands' && course.lapsedAfter) shown.notAfter = course.lapsedAfter;
  const unit = definition.unit?.(context);
  if (unit) shown.unit = unit;
  const handOver = handOverAgency(step, status);
  if (handOver) shown.handOver = handOver;
  if (isLeftBehind(step, status)) shown.moved = true;
  if (isToBeRetracted(step, status)) shown.retract = true;
  return shown;
}

/** The day on which a step ends by itself, past or coming: only while it is open and not decided. */
function endByTimeOf(step: PreparedStep, status: StepStatus): EndByTime | undefined {
  const { definition, context } = step;
  const end = status.kind === 'open' && isPending(step) ? definition.endsByTime?.(context) : undefined;
  // The one end by time that is configuration: a pause puts it off as it does an expectation.
  return end?.outcome === 'notRecorded' ? { ...end, on: afterPauses(end.on, step) } : end;
}

/** The step once it has ended by time. */
function endedByTime(step: PreparedStep, end: EndByTime): PreparedStep {
  return { ...step, course: { kind: 'ended', ...end, by: 'agency', byTime: true } };
}
