import type { OpenReason, WaitingFor } from '../../model/agency';
import { troubleOf } from '../decisions/hand-over';
import type { StepInHand } from './step-in-hand';

/** Whose move it is, with a stable code for why. */
export type Wait = { readonly waitingFor: WaitingFor; readonly why: OpenReason };

/** Whose move an open step is, and why. */
export function waitOf(step: StepInHand): Wait {
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

function waitForAnswer(step: StepInHand): Wait {
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
function isFiled({ answers }: StepInHand): boolean {
  return answers.some(({ outcome }) => outcome === 'filed');
}
