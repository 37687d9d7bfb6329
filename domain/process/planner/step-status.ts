import type { OpenReason, WaitingFor } from '../../model/agency';
import type { StepStatus } from '../../model/plan';
import { exitOf } from '../case/exit';
import { isPausedOn } from '../dates/pauses';
import { troubleOf } from '../filings/hand-over';
import type { Applicability } from '../steps/step-definition';
import type { PreparedStep } from './prepared-step';
import { awaitedSteps, closedBecauseOf, isPrerequisiteReopened, missingFacts } from './prerequisites';

/**
 * The status of a step. What has been done stays done, whatever changed since; then in this order: it does not apply,
 * its way is closed by a refusal, the case is withdrawn, it is held back, it is paused, it is open.
 */
export function statusOf(step: PreparedStep): StepStatus {
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

function doneStatus({ course, definition, context }: PreparedStep): StepStatus | undefined {
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

function notApplicableStatus(step: PreparedStep, applicability: Applicability): StepStatus | undefined {
  if (!step.isCarried) return { kind: 'notApplicable', why: 'notCarriedHere' };
  if (step.definition.together === 'benefit' && step.context.facts.applicant?.isApplicant === false) {
    return { kind: 'notApplicable', why: 'appliedForByHousehold' };
  }
  if (applicability.kind === 'notApplicable') return applicability;
  const because = closedBecauseOf(step.definition, step.context);
  return because && { kind: 'notApplicable', why: 'prerequisiteRefused', because };
}

function cancelledStatus({ context }: PreparedStep): StepStatus | undefined {
  const exit = exitOf(context.facts);
  return exit && exit.on <= context.today ? { kind: 'cancelled', ...exit } : undefined;
}

function blockedStatus(step: PreparedStep, applicability: Applicability): StepStatus | undefined {
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

/** `why` says what ends the pause; the reason for it stays in the register. */
function pausedStatus({ record, context: { today } }: PreparedStep): StepStatus | undefined {
  const pause = record.pauses.findLast((each) => isPausedOn(each, today));
  if (pause === undefined) return undefined;
  const { from, until } = pause;
  return until === undefined
    ? { kind: 'paused', why: 'untilResumed', since: from }
    : { kind: 'paused', why: 'untilDay', since: from, until };
}

/** A step that was done in between has been open since it was reopened; else since it first opened. */
function openStatus(step: PreparedStep): StepStatus {
  const { record, context } = step;
  const reopened = record.reopenings.at(-1);
  const since = reopened?.on ?? record.openedOn ?? context.today;
  return { kind: 'open', ...waitOf(step), since };
}

/** Whose move it is, with a stable code for why. */
type Wait = { readonly waitingFor: WaitingFor; readonly why: OpenReason };

/** Whose move an open step is, and why. */
function waitOf(step: PreparedStep): Wait {
  switch (step.course.kind) {
    case 'completionAsked':
      return { waitingFor: 'newcomer', why: 'completionAsked' };
    case 'refused':
      return { waitingFor: 'newcomer', why: 'refused' };
    case 'underReview':
      return { waitingFor: 'agency', why: 'underReview' };
    case 'appealed':
      return { waitingFor: 'agency', why: 'underAppeal' };
    case 'awaiting':
    case 'ended':
    case 'refusalStands':
      return waitForAnswer(step);
  }
}

function waitForAnswer(step: PreparedStep): Wait {
  const trouble = troubleOf(step);
  if (trouble) return { waitingFor: 'caseworker', why: trouble };
  if (step.answeredBy === 'agencySystem') return { waitingFor: 'agency', why: 'answerAwaited' };
  switch (step.definition.kind) {
    case 'meeting':
      return { waitingFor: 'caseworker', why: 'meetingAwaited' };
    case 'filing':
      return isFiled(step)
        ? { waitingFor: 'caseworker', why: 'answerAwaited' }
        : { waitingFor: 'newcomer', why: 'filingAwaited' };
    case 'clock':
      return { waitingFor: 'date', why: 'timeRuns' };
    case 'notice':
    case 'decision':
    case 'payment':
    case 'enrolment':
      return { waitingFor: 'caseworker', why: 'answerAwaited' };
  }
}

/** A filing that stays open once it is made waits for the agency's decision on it. */
function isFiled({ answers }: PreparedStep): boolean {
  return answers.some(({ outcome }) => outcome === 'filed');
}
