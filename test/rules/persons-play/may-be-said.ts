import type { MessageItem } from '../../../domain/model/message';
import type { PlannedStep } from '../../../domain/model/plan';
import type { PlainDate } from '../../../domain/model/plain-date';
import { isTooLate, wrongDate } from '../../../domain/process/message-dates';
import { statusInWords } from './in-words';
import { type Word, WORDS_OF_ANY_STEP } from './word';

/** Words that the plan must allow although they are no outcomes. */
const RESTARTS = ['reopening', 'resubmission'];

/** Why a word may not be said about a step that day, in words; undefined when it may. */
export function refusalOf(word: Word, step: PlannedStep, today: PlainDate): string | undefined {
  if (!WORDS_OF_ANY_STEP.includes(word.outcome))
    return wrongDays(word, step, today) ?? notAllowed(word, step);
  return RESTARTS.includes(word.outcome) ? notAllowed(word, step) : undefined;
}

function notAllowed({ outcome }: Word, { allowed, stepId, status }: PlannedStep): string | undefined {
  if (allowed.includes(outcome)) return undefined;
  return `${stepId} is ${statusInWords(status)}; allowed: ${allowed.join(', ') || 'nothing'}`;
}

/** The days as the workflow judges them. */
function wrongDays({ on, servedOn }: Word, step: PlannedStep, today: PlainDate): string | undefined {
  const item = { on: on ?? today, ...(servedOn ? { servedOn } : {}) } as MessageItem;
  const isLate = isTooLate(item, { ...step, says: 0 });
  return wrongDate(item, today) ?? (isLate ? `only until ${step.notAfter}` : undefined);
}
