import type { MessageItem } from '../model/message';
import type { PlainDate } from '../model/plain-date';

/** What is wrong with the days of an answer, seen on a day of the case: none may lie ahead, none be served before made. */
export function wrongDate(
  { on, servedOn }: MessageItem,
  today: PlainDate,
): 'afterCaseTime' | 'servedBeforeDecided' | undefined {
  if ((on && on > today) || (servedOn && servedOn > today)) return 'afterCaseTime';
  return on && servedOn && servedOn < on ? 'servedBeforeDecided' : undefined;
}
