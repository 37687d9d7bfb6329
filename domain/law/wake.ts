/** When a case wakes for a new day: 05:00 in Stockholm and some minutes that differ from case to case. */
import { Temporal } from 'temporal-polyfill';
import type { CaseId } from '../model/ids';
import type { Instant, PlainDate } from '../model/plain-date';

const SPREAD_MS = 90 * 60_000;

/** FNV-1a, 32 bits: the same case wakes at the same minute every day, and a town's cases do not wake at once. */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (const character of text) {
    value = Math.imul(value ^ (character.codePointAt(0) ?? 0), 0x01000193);
  }
  return value >>> 0;
}

/** The moment a case wakes on a day: 05:00 Europe/Stockholm + hash(caseId) mod 90 minutes, whole seconds. */
export function wakeInstant(day: PlainDate, caseId: CaseId): Instant {
  const five = Temporal.PlainDate.from(day).toZonedDateTime({
    timeZone: 'Europe/Stockholm',
    plainTime: '05:00',
  });
  const offset = Math.floor((hash(caseId) % SPREAD_MS) / 1000) * 1000;
  return new Date(five.epochMilliseconds + offset).toISOString() as Instant;
}
