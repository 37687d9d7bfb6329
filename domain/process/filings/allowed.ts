import { appealRouteOf } from '../../law/appeal-routes';
import { remedyOf } from '../../law/appeal-time';
import { addDays } from '../../law/calendar';
import type { PlainDate } from '../../model/plain-date';
import type { Due, StepStatus } from '../../model/plan';
import type { Answer } from '../../model/step-record';
import { opens } from '../dates/dues';
import { isPending, type PreparedStep } from '../planner/prepared-step';
import { troubleOf } from './hand-over';
import { hasPlace } from './outcomes';

/**
 * The outcomes and messages that a step takes now: a paused one none. A refusal that stands because its time ran out
 * takes an appeal that was filed in time and is reported late (`PlannedStep.notAfter` is the last day).
 */
export function allowedOf(step: PreparedStep, status: StepStatus, dues: readonly Due[]): readonly string[] {
  if (status.kind === 'done')
    return isSettled(step, status) ? [] : ['reopening', ...laterOutcomes(step, status)];
  if (status.kind !== 'open') return [];
  const outcomes = Object.keys(step.definition.outcomes).filter((outcome) => isAllowed(step, outcome, dues));
  return troubleOf(step) && isPending(step) ? [...outcomes, 'resubmission'] : outcomes;
}

/** Days after its end in which an occurrence may still be corrected; after that the case no longer follows it. */
const DAYS_TO_CORRECT = 60;

/** The day from which an occurrence of a recurring step is settled; a refusal has its own times. */
export function settlesOn({ context }: PreparedStep, status: StepStatus): PlainDate | undefined {
  if (context.periodFrom === undefined || status.kind !== 'done' || status.refusal) return undefined;
  return addDays(status.on, DAYS_TO_CORRECT);
}

/** Whether an occurrence is settled: it takes nothing more, and nothing follows from it. */
export function isSettled(step: PreparedStep, status: StepStatus): boolean {
  const day = settlesOn(step, status);
  return day !== undefined && day <= step.context.today;
}

function laterOutcomes(
  { course, definition }: PreparedStep,
  status: StepStatus & { kind: 'done' },
): readonly string[] {
  if (course.kind === 'ended' && course.byTime) return outcomesInsteadOfTime(definition);
  if (status.refusal) return appealReportedLate(course, definition);
  return Object.keys(definition.outcomes).filter((outcome) => definition.outcomes[outcome]?.later);
}

/** A remedy that was used in time and is reported late, where the time ran out. */
function appealReportedLate(
  course: PreparedStep['course'],
  definition: PreparedStep['definition'],
): readonly string[] {
  if (course.kind !== 'refusalStands' || !course.lapsedAfter) return [];
  return ['appealFiled', 'reviewRequested'].filter(
    (outcome) => definition.outcomes[outcome] && isRemedy(definition.id, outcome, course.reviewed === true),
  );
}

/** Outcomes that may still be reported of a step that ended by time alone. */
function outcomesInsteadOfTime({ outcomes }: PreparedStep['definition']): readonly string[] {
  return Object.keys(outcomes).filter((outcome) => {
    const { by, later } = outcomes[outcome] ?? {};
    return by !== 'time' && !later && hasPlace(outcome, 'awaiting') && outcome !== 'decisionDemanded';
  });
}

function isAllowed(
  { course, definition, context, answers }: PreparedStep,
  outcome: string,
  dues: readonly Due[],
): boolean {
  const defined = definition.outcomes[outcome];
  if (defined?.later || defined?.by === 'time' || !hasPlace(outcome, course.kind)) return false;
  if (outcome === 'decisionDemanded') return dues.some((due) => opens(due) && due.date <= context.today);
  if (outcome === 'decisionServed') return !('servedOn' in course);
  if (outcome === 'demandRefused') return isDemanded(answers);
  if (course.kind === 'refused') return isRemedy(definition.id, outcome, course.reviewed === true);
  return true;
}

function isDemanded(answers: readonly Answer[]): boolean {
  return answers.some(({ outcome }) => outcome === 'decisionDemanded');
}

/** Omprövning where it comes first, and only then an appeal; any other outcome of a refusal always. */
function isRemedy(stepId: string, outcome: string, isReviewed: boolean): boolean {
  if (outcome !== 'reviewRequested' && outcome !== 'appealFiled') return true;
  const remedy = remedyOf(appealRouteOf(stepId), isReviewed);
  return remedy?.rule === (outcome === 'reviewRequested' ? 'review' : 'appeal');
}
