import type { StepStatus } from '../../model/plan';
import { exitOf } from './exit';
import { awaitedSteps, closedBecauseOf, isPrerequisiteReopened, missingFacts } from './prerequisites';
import { isResting } from '../dates/rest';
import type { Applicability } from '../steps/step-definition';
import type { StepInHand } from './step-in-hand';
import { waitOf } from './waiting';

/**
 * Where a step stands. What has been done stays done, whatever changed since; then in this order: it does not apply,
 * its way is closed by a refusal, the case is withdrawn, it is held back, it is paused, it is open.
 */
export function statusOf(step: StepInHand): StepStatus {
  const over = doneStatus(step);
  if (over) return over;
  const applicability = step.definition.appliesTo(step.context);
  return (
    notApplicableStatus(step, applicability) ??
    cancelledStatus(step) ??
    blockedStatus(step, applicability) ??
    pausedStatus(step) ??
    openStatus(step)
  );
}

function doneStatus({ course, definition, context }: StepInHand): StepStatus | undefined {
  if (course.kind !== 'ended' && course.kind !== 'refusalStands') return undefined;
  const { outcome, on } = course;
  return {
    kind: 'done',
    outcome,
    on,
    ...(course.kind === 'refusalStands' ? { refusal: true } : {}),
    ...(isPrerequisiteReopened(definition, context) ? { review: true } : {}),
  };
}

function notApplicableStatus(step: StepInHand, applicability: Applicability): StepStatus | undefined {
  if (!step.isCarried) return { kind: 'notApplicable', why: 'notCarriedHere' };
  if (step.definition.together === 'benefit' && step.context.facts.applicant?.isApplicant === false) {
    return { kind: 'notApplicable', why: 'appliedForByHousehold' };
  }
  if (applicability.kind === 'notApplicable') return applicability;
  const because = closedBecauseOf(step.definition, step.context);
  return because && { kind: 'notApplicable', why: 'prerequisiteRefused', because };
}

function cancelledStatus({ context }: StepInHand): StepStatus | undefined {
  const exit = exitOf(context.facts);
  return exit && exit.on <= context.today ? { kind: 'cancelled', ...exit } : undefined;
}

function blockedStatus(step: StepInHand, applicability: Applicability): StepStatus | undefined {
  const by = awaitedSteps(step.definition, step.context);
  const facts = missingFacts(step.definition, step.context);
  const isHeld = applicability.kind === 'until';
  if (by.length === 0 && facts.length === 0 && !isHeld) return undefined;
  return {
    kind: 'blocked',
    by,
    facts,
    ...(isHeld ? { until: applicability.until, rule: applicability.rule } : {}),
  };
}

/** `why` says what ends the pause; the reason that was given stays in the register. */
function pausedStatus({ record, context: { today } }: StepInHand): StepStatus | undefined {
  const pause = record.pauses.findLast((each) => isResting(each, today));
  if (pause === undefined) return undefined;
  const { from, until } = pause;
  return until === undefined
    ? { kind: 'paused', why: 'untilResumed', since: from }
    : { kind: 'paused', why: 'untilDay', since: from, until };
}

/** A step that was done in between has been open since it was reopened; else since it first opened. */
function openStatus(step: StepInHand): StepStatus {
  const { record, context } = step;
  const reopened = record.reopenings.at(-1);
  const since = reopened?.on ?? record.openedOn ?? context.today;
  return { kind: 'open', ...waitOf(step), since };
}
