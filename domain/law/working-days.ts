/** Lag (1930:173) 2 §: working days are those from which it moves no act. */
import type { PlainDate } from '../model/plain-date';
import { addDays, daysBetween, isRedDay } from './calendar';

const A_SATURDAY = '1970-01-03' as PlainDate;

/** The `count`th working day after `day`; `day` itself is never counted, whether it is one or not. */
export function workingDayAfter(day: PlainDate, count: number): PlainDate {
  let date = day;
  for (let left = count; left > 0; left -= isRedDay(date) ? 0 : 1) date = addDays(date, 1);
  return date;
}

/** The last working day before `day`. */
export function workingDayBefore(day: PlainDate): PlainDate {
  const before = addDays(day, -1);
  return isRedDay(before) ? workingDayBefore(before) : before;
}

/** Whether a day is a Saturday, holiday or not. */
export function isSaturday(day: PlainDate): boolean {
  return daysBetween(A_SATURDAY, day) % 7 === 0;
}
