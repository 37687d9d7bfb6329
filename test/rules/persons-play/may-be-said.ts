import type { CaseId, StepId } from '../../../domain/model/ids';
import type { MessageItem, TimingKind } from '../../../domain/model/message';
import type { Plan, PlannedStep } from '../../../domain/model/plan';
import type { PlainDate } from '../../../domain/model/plain-date';
import { digestOf } from '../../../domain/process/judging/digest';
import { isTooLate, wrongDate } from '../../../domain/process/judging/message-dates';
import { refusalOfTiming } from '../../../domain/process/judging/timing-refusal';
import { statusInWords } from './in-words';
import { type Word, WORDS_OF_ANY_STEP } from './word';

/** Words that the plan must allow although they are no outcomes. */
const RESTARTS = ['reopening', 'resubmission'];

/** Why a word may not be said about a step that day, in words; undefined when it may. */
export function refusalOf(word: Word, step: PlannedStep, plan: Plan): string | undefined {
  if (isRest(word.outcome)) return notRested(word, word.outcome, step, plan);
  if (!WORDS_OF_ANY_STEP.includes(word.outcome))
    return wrongDays(word, step, plan.asOf) ?? notAllowed(word, step);
  return RESTARTS.includes(word.outcome) ? notAllowed(word, step) : undefined;
}

/** The part of a word about resting that a case gets. */
export function restItem({ stepId, fields: { until, rule } }: Word): MessageItem {
  return {
    stepId: stepId as StepId,
    ...(until ? { until: until as PlainDate } : {}),
    ...(rule ? { rule } : {}),
  };
}

/** Whether a word lets a step rest, go on, or have more time. */
export function isRest(outcome: string): outcome is TimingKind {
  return outcome === 'pause' || outcome === 'resumption' || outcome === 'extension';
}

/** As the workflow judges it, by what it is told of the plan. */
function notRested(word: Word, kind: TimingKind, step: PlannedStep, plan: Plan): string | undefined {
  const digest = digestOf(plan, {}, 'case' as CaseId);
  const code = refusalOfTiming(digest, kind, restItem(word), plan.asOf);
  return code && `${code}: ${step.stepId} is ${statusInWords(step.status)}`;
}

function notAllowed({ outcome }: Word, { allowed, stepId, status }: PlannedStep): string | undefined {
  if (allowed.includes(outcome)) return undefined;
  return `${stepId} is ${statusInWords(status)}; allowed: ${allowed.join(', ') || 'nothing'}`;
}

/** The days as the workflow judges them. */
function wrongDays({ on, servedOn }: Word, step: PlannedStep, today: PlainDate): string | undefined {
  const item = { on: on ?? today, ...(servedOn ? { servedOn } : {}) } as MessageItem;
  const isLate = isTooLate(item, step);
  return wrongDate(item, today) ?? (isLate ? `only until ${step.notAfter}` : undefined);
}
