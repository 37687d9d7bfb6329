import type { DoneStep, OpenStep, Standing } from '../../model/assessment';
import type { MessageItem, RefusalCode, TimingKind } from '../../model/message';
import type { PlainDate } from '../../model/plain-date';
import { expectedRule } from '../dates/expected-rule';

/** Whether a word (an outcome, `reopening`, `resubmission`) may be said about a step now. */
export function maySay({ words }: Standing, { says }: OpenStep | DoneStep, word: string): boolean {
  return word !== '' && ` ${words[says] ?? ''} `.includes(` ${word} `);
}

/** Whether a step is paused: it takes no answer, and what an agency says of it waits until it goes on. */
export function isPaused({ paused }: Standing, stepId: string | undefined): boolean {
  return paused?.some((id) => id === stepId) ?? false;
}

/** Why a step takes no answer now although it is neither open nor done; undefined when nothing of the kind is so. */
export function closedBy(plan: Standing, stepId: string | undefined): 'blocked' | 'notOpen' | undefined {
  if (isPaused(plan, stepId)) return 'notOpen';
  return plan.blocked.some((id) => id === stepId) ? 'blocked' : undefined;
}

/** Why a step may not be paused, go on, or be given more time as this message has it; undefined when it may. */
export function unfitRest(
  plan: Standing,
  kind: TimingKind,
  item: MessageItem,
  today: PlainDate,
): RefusalCode | undefined {
  const { stepId } = item;
  if (kind === 'resumption') {
    return isPaused(plan, stepId) ? undefined : (closedBy(plan, stepId) ?? 'notPaused');
  }
  const open = plan.open.find((step) => step.stepId === stepId);
  if (!open) return closedBy(plan, stepId) ?? 'notOpen';
  return kind === 'pause' ? unfitPause(open, item, today) : unfitExtension(open, item, today);
}

function unfitPause(
  { unpausable }: OpenStep,
  { until }: MessageItem,
  today: PlainDate,
): RefusalCode | undefined {
  if (unpausable) return 'notAllowedNow';
  return until !== undefined && until <= today ? 'notAhead' : undefined;
}

/** A last day may be the very day on which it is given. */
function unfitExtension(
  open: OpenStep,
  { rule = '', until = '' as PlainDate }: MessageItem,
  today: PlainDate,
): RefusalCode | undefined {
  const date = movableDate(open, rule);
  if (date === undefined) return 'notMovable';
  if (until <= date) return 'notLater';
  return until < today ? 'notAhead' : undefined;
}

function movableDate({ stepId, expected, movable = {} }: OpenStep, rule: string): PlainDate | undefined {
  if (rule === expectedRule(stepId)) return expected;
  return Object.hasOwn(movable, rule) ? movable[rule] : undefined;
}
