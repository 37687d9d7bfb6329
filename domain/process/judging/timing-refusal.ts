import type { OpenStep, PlanDigest } from '../../model/assessment';
import type { MessageItem, RefusalCode, TimingKind } from '../../model/message';
import type { PlainDate } from '../../model/plain-date';

/** Whether a step is paused: it takes no answer, and what an agency reports about it waits until it goes on. */
export function isPaused({ paused }: PlanDigest, stepId: string | undefined): boolean {
  return paused.some((id) => id === stepId);
}

/** Why a step that is neither open nor done takes no answer now; undefined when it is neither paused nor blocked. */
export function closedBy(digest: PlanDigest, stepId: string | undefined): 'blocked' | 'notOpen' | undefined {
  if (isPaused(digest, stepId)) return 'notOpen';
  return digest.blocked.some((id) => id === stepId) ? 'blocked' : undefined;
}

/** Why a step may not be paused, resumed or extended as this message asks; undefined when it may. */
export function refusalOfTiming(
  digest: PlanDigest,
  kind: TimingKind,
  item: MessageItem,
  today: PlainDate,
): RefusalCode | undefined {
  const { stepId } = item;
  if (kind === 'resumption') {
    return isPaused(digest, stepId) ? undefined : (closedBy(digest, stepId) ?? 'notPaused');
  }
  const open = digest.open.find((step) => step.stepId === stepId);
  if (!open) return closedBy(digest, stepId) ?? 'notOpen';
  return kind === 'pause' ? refusalOfPause(open, item, today) : refusalOfExtension(open, item, today);
}

function refusalOfPause(
  { isPausable }: OpenStep,
  { until }: MessageItem,
  today: PlainDate,
): RefusalCode | undefined {
  if (!isPausable) return 'notAllowedNow';
  return until !== undefined && until <= today ? 'notAhead' : undefined;
}

/** A date may be moved to today itself, not to an earlier day. */
function refusalOfExtension(
  { movable }: OpenStep,
  { rule = '', until = '' as PlainDate }: MessageItem,
  today: PlainDate,
): RefusalCode | undefined {
  const date = Object.hasOwn(movable, rule) ? movable[rule] : undefined;
  if (date === undefined) return 'notMovable';
  if (until <= date) return 'notLater';
  return until < today ? 'notAhead' : undefined;
}
