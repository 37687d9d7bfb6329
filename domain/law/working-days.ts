/** Lag (1930:173) 2 §: working days are those from which it moves no act. */
import type { PlainDate } from '../model/plain-date';
import { addDays, isRedDay } from './calendar';

/** The `count`th working day after `day`; `day` itself is never counted, whether it is one or not. */
export function workingDayAfter(day: PlainDate, count: number): PlainDate {
  let date = day;
  for (let left = count; left > 0; left -= isRedDay(date) ? 0 : 1) date = addDays(date, 1);
  return date;
}
