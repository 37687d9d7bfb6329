import { z } from 'zod';
import type { BulkReason } from '../../domain/process/judging/bulk-action';

/** What each reason says to people. */
const WORDS: Readonly<Record<BulkReason, string>> = {
  closed: 'The case is closed; it takes no more messages.',
  staleRevision: 'The case has changed since it was previewed.',
  blocked: 'The step waits for other steps.',
  notOpen: 'The step is not open.',
  beingAnswered: 'An answer to the step is being taken.',
  notAllowedNow: 'It may not be done to the step now.',
  afterCaseTime: 'A day that has not come yet cannot have been.',
  servedBeforeDecided: 'A decision cannot be served before it is made.',
  notReopenable: 'The step cannot be reopened.',
  notPaused: 'The step is not paused.',
  notAhead: '`until` is to be a day that is still to come.',
  notMovable: 'The step has no such date, or only the law moves it.',
  notLater: 'The date is as late already.',
  notReady: 'The case has no plan yet.',
  unknownCase: 'There is no such case that the caller may know of.',
  noSuchStep: 'No step of the case is among those that the action is about.',
  alreadySo: 'It is so already.',
  unknownColleague: 'The colleague is no caseworker of the agency who may see the case.',
  needsSecondPerson: 'One person may only propose it, case by case; a second one decides.',
  nobodyToRemind:
    'The step waits for nobody who is reminded: the newcomer, a date, a court, or its own hand-over.',
  unowned: 'The step is nobody’s; give it to somebody first.',
  remindedToday: 'Somebody has been reminded of the step today.',
  changedSince: 'The case has changed since it was previewed.',
  stopped: 'The action was stopped before this case began.',
  noAnswer: 'The case did not take its message in time. If it does later, this case counts as done.',
  defect: 'A fault of the system. If the case takes its message after all, this case counts as done.',
};

/** Why a case was not acted on, as code. */
export const ReasonAnswer = z
  .enum(Object.keys(WORDS) as [BulkReason, ...BulkReason[]])
  .meta({ id: 'BulkReason' });

/** The same in words. */
export function wordsOf(reason: BulkReason): string {
  return WORDS[reason];
}
