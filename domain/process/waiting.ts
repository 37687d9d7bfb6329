import type { WaitingFor } from '../model/agency';
import { troubleOf } from './hand-over';
import type { StepInHand } from './step-in-hand';

/** Whose move it is, with a stable code for why. */
export type Wait = { readonly waitingFor: WaitingFor; readonly why: string };

/** Whose move an open step is, and why. */
export function waitOf(step: StepInHand): Wait {
  switch (step.course.kind) {
    case 'completionAsked':
      return { waitingFor: 'newcomer', why: 'completionAsked' };
    case 'refused':
      return { waitingFor: 'newcomer', why: 'refused' };
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
  // A notice that the newcomer makes in person is the newcomer's move; a meeting must be held by someone.
  return step.definition.kind === 'filing'
    ? { waitingFor: 'newcomer', why: 'filingAwaited' }
    : { waitingFor: 'caseworker', why: 'meetingAwaited' };
}
