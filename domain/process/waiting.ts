import type { AgencyId, WaitingFor } from '../model/agency';
import type { StepStatus } from '../model/plan';
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

/** Why a caseworker must see to the present filing: the agency's system refused, gave back or cannot be understood. */
export function troubleOf({ record, filing }: StepInHand): string | undefined {
  const { handOver } = record;
  if (handOver?.filing === filing && handOver.state === 'refused') return 'handOverRefused';
  if (handOver?.filing === filing && handOver.state === 'retracted') return 'handOverRetracted';
  return record.misfits.some((misfit) => misfit.filing === filing) ? 'answerUnclear' : undefined;
}

/** The agency whose system has, or is to get, the present filing. */
export function wantedHandOver(step: StepInHand, status: StepStatus): AgencyId | undefined {
  const { course, record, filing, handedOver, definition } = step;
  const isPending = course.kind === 'awaiting' || course.kind === 'completionAsked';
  if (status.kind !== 'open' || !handedOver || !isPending) return undefined;
  const isOver =
    record.handOver?.filing === filing &&
    record.handOver.state !== 'running' &&
    record.handOver.state !== 'filed';
  return isOver ? undefined : definition.agency;
}

/**
 * Whether the hand-over in the record is to be taken back: it is of an earlier filing; its step no longer applies or
 * is held back; a person gave the answer that the agency's system was to give; or a booking was overtaken by its
 * answer before it was made. A booking that stood while its meeting was held is left alone: the meeting took place.
 */
export function isToBeRetracted(step: StepInHand, status: StepStatus): boolean {
  const { handOver } = step.record;
  if (handOver?.state !== 'running' && handOver?.state !== 'filed') return false;
  if (handOver.filing < step.filing) return true;
  if (status.kind === 'blocked' || status.kind === 'notApplicable' || status.kind === 'cancelled')
    return true;
  const { course } = step;
  if (course.kind === 'awaiting' || course.kind === 'completionAsked') return false;
  if (step.answeredBy === 'caseworker') return handOver.state === 'running';
  return course.by === 'person';
}
