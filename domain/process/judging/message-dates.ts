import type { MessageItem } from '../../model/message';
import type { DoneStep, OpenStep } from '../../model/assessment';
import type { PlainDate } from '../../model/plain-date';

/** What is wrong with the days of an answer: none may be after the case's own day, none served before it was decided. */
export function wrongDate(
  { on, servedOn }: MessageItem,
  today: PlainDate,
): 'afterCaseTime' | 'servedBeforeDecided' | undefined {
  if ((on && on > today) || (servedOn && servedOn > today)) return 'afterCaseTime';
  return on && servedOn && servedOn < on ? 'servedBeforeDecided' : undefined;
}

/** Whether an answer to a step that is done happened after the last day on which it still mattered. */
export function isTooLate({ on }: MessageItem, step: OpenStep | DoneStep): boolean {
  const notAfter = 'notAfter' in step ? step.notAfter : undefined;
  return notAfter !== undefined && on !== undefined && on > notAfter;
}
