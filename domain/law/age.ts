/** Ages on the day they are reached; for the born on 29 February the last of February in a common year. */
import type { PlainDate } from '../model/plain-date';
import { addYears } from './calendar';

/** The birthday on which a person reaches an age. Never moved by lag 1930:173: a birthday is no act. */
export function reachesAge(bornOn: PlainDate, age: number): PlainDate {
  return addYears(bornOn, age);
}

/** Whether a person has reached an age on a day. */
export function hasReached(bornOn: PlainDate, age: number, day: PlainDate): boolean {
  return reachesAge(bornOn, age) <= day;
}

/** Whether a person is under 18 on a day (föräldrabalken 9:1). */
export function isMinor(bornOn: PlainDate, day: PlainDate): boolean {
  return !hasReached(bornOn, 18, day);
}
