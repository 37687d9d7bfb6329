import type { Due, PlannedStep, StepStatus } from '../../model/plan';
import type { PlainDate } from '../../model/plain-date';
import { allowedOf } from '../decisions/allowed';
import { duesOf, lawDues } from '../dates/dues';
import { endByTimeOf, endedByTime } from '../dates/end-by-time';
import { isLeftBehind, isToBeRetracted, wantedHandOver } from '../decisions/hand-over';
import { isUnderWay, type StepInHand, type StepPlanned } from './step-in-hand';
import { statusOf } from './step-status';
import type { Writable } from './writable';

const NO_DATES: readonly Due[] = [];

/** One step with its place in the plan: status, dates, what may be said, and what is to be done with its agency. */
export function planStep(taken: StepInHand): StepPlanned {
  const before = statusOf(taken);
  const end = endByTimeOf(taken, before);
  if (end === undefined || end.on > taken.context.today) return withDates(taken, before, end?.on);
  const step = endedByTime(taken, end);
  return withDates(step, statusOf(step), undefined);
}

function withDates(step: StepInHand, status: StepStatus, endsOn: PlainDate | undefined): StepPlanned {
  const lawDates = isUnderWay(status) ? lawDues(step) : NO_DATES;
  const dues = isUnderWay(status) ? duesOf(step, lawDates) : NO_DATES;
  // Written in place: some sixty steps a plan, and copies are what a plan costs.
  return Object.assign(step, { lawDates, endsOn, planned: plannedOf(step, status, dues) });
}

function plannedOf(step: StepInHand, status: StepStatus, dues: readonly Due[]): PlannedStep {
  const { stepId, filing, definition, course, context } = step;
  const { agency, kind, law } = definition;
  const allowed = allowedOf(step, status, dues);
  const shown: Writable<PlannedStep> = { stepId, agency, kind, law, status, filing, dues, allowed };
  if (course.kind === 'refusalStands' && course.lapsedAfter) shown.notAfter = course.lapsedAfter;
  const unit = definition.unit?.(context);
  if (unit) shown.unit = unit;
  const handOver = wantedHandOver(step, status);
  if (handOver) shown.handOver = handOver;
  if (isLeftBehind(step, status)) shown.moved = true;
  if (isToBeRetracted(step, status)) shown.retract = true;
  return shown;
}
