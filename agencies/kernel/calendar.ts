import { Temporal } from 'temporal-polyfill';

/** Moment in UTC, RFC 3339 with milliseconds and `Z`: sorts as text. */
export type Instant = string;
/** Calendar day in Sweden, `YYYY-MM-DD`. */
export type Day = string;

const ZONE = 'Europe/Stockholm';
const OPENS_AT = 8;
const OPEN_HOURS = 8;
const SATURDAY = 6;

/** Returns the day in Sweden on which a moment falls. */
export function dayOf(at: Instant): Day {
  return Temporal.Instant.from(at).toZonedDateTimeISO(ZONE).toPlainDate().toString();
}

/** Returns the day `days` days later (earlier when negative). */
export function plusDays(day: Day, days: number): Day {
  return Temporal.PlainDate.from(day).add({ days }).toString();
}

/** Returns the day itself, or the Monday after a Saturday or Sunday: offices are closed then. */
export function workday(day: Day): Day {
  const { dayOfWeek } = Temporal.PlainDate.from(day);
  return dayOfWeek >= SATURDAY ? plusDays(day, 8 - dayOfWeek) : day;
}

/** Returns a moment within office hours (08-16) of a day; `share` in [0, 1) says how far into them. */
export function officeMoment(day: Day, share: number): Instant {
  const minutes = Math.floor(share * OPEN_HOURS * 60);
  return momentOf(day, OPENS_AT * 60 + minutes);
}

/** Returns the next visiting time after a moment at a desk that is open at a full hour on working days. */
export function nextDeskTime(after: Instant, hour: number): { day: Day; at: Instant } {
  const today = workday(dayOf(after));
  const at = momentOf(today, hour * 60);
  if (at > after) return { day: today, at };
  const next = workday(plusDays(today, 1));
  return { day: next, at: momentOf(next, hour * 60) };
}

/** Returns the moment `milliseconds` ms later. */
export function plusMilliseconds(at: Instant, milliseconds: number): Instant {
  return new Date(Date.parse(at) + milliseconds).toISOString();
}

/** Returns the later of two moments. */
export function later(one: Instant, other: Instant): Instant {
  return one > other ? one : other;
}

function momentOf(day: Day, minuteOfDay: number): Instant {
  const time = { hour: Math.floor(minuteOfDay / 60), minute: minuteOfDay % 60 };
  const local = Temporal.PlainDate.from(day).toZonedDateTime({
    timeZone: ZONE,
    plainTime: Temporal.PlainTime.from(time),
  });
  return new Date(local.epochMilliseconds).toISOString();
}
