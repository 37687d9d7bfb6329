/** The periods of statistics: ISO 8601 weeks, which begin on Monday, and calendar months. */
import { addDays, daysBetween, firstOfMonthAfter } from '../law/calendar';
import type { PlainDate } from '../model/plain-date';

const SOME_MONDAY = '1970-01-05' as PlainDate;

/** The Monday of the week of a day. */
export function weekOf(day: PlainDate): PlainDate {
  const sinceMonday = ((daysBetween(SOME_MONDAY, day) % 7) + 7) % 7;
  return addDays(day, -sinceMonday);
}

/** The first day of the month of a day. */
export function monthOf(day: PlainDate): PlainDate {
  return firstOfMonthAfter(day, 0);
}

/** A week by its Monday, as ISO 8601 names it: `2026-W53`. Its year is that of its Thursday. */
export function weekName(monday: PlainDate): string {
  const thursday = addDays(monday, 3);
  const year = thursday.slice(0, 4);
  const number = 1 + Math.floor(daysBetween(`${year}-01-01` as PlainDate, thursday) / 7);
  return `${year}-W${String(number).padStart(2, '0')}`;
}
