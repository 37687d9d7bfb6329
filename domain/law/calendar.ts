/** Lag (1930:173) om beräkning av lagstadgad tid, 1-2 §§: how weeks and months are counted, and what a red day moves. */
import type { Instant, PlainDate } from '../model/plain-date';
import { redDaysOf } from './red-days';
import { stockholmDayAt } from './stockholm-day';

const MS_PER_DAY = 86_400_000;
const LAW = 'lag 1930:173 2 §';
const WEEKDAYS = ['söndag', 'måndag', 'tisdag', 'onsdag', 'torsdag', 'fredag', 'lördag'] as const;

const dayByNumber = new Map<number, PlainDate>();
const numberByDay = new Map<PlainDate, number>();

/** The calendar day in Sweden (Europe/Stockholm) at a moment. */
export function stockholmDay(at: Instant): PlainDate {
  return stockholmDayAt(Date.parse(at));
}

/** Day number since 1970 as a day. Remembered: a plan counts some hundred days, and a town's cases the same ones. */
function toDay(number: number): PlainDate {
  const known = dayByNumber.get(number);
  if (known !== undefined) return known;
  const day = new Date(number * MS_PER_DAY).toISOString().slice(0, 10) as PlainDate;
  dayByNumber.set(number, day);
  return day;
}

function toNumber(day: PlainDate): number {
  const known = numberByDay.get(day);
  if (known !== undefined) return known;
  const number = Date.parse(day) / MS_PER_DAY;
  numberByDay.set(day, number);
  return number;
}

/** The day `days` later (earlier when negative). */
export function addDays(day: PlainDate, days: number): PlainDate {
  return toDay(toNumber(day) + days);
}

/** The day with the same name `weeks` later (lag 1930:173 1 §). */
export function addWeeks(day: PlainDate, weeks: number): PlainDate {
  return addDays(day, 7 * weeks);
}

/** The day with the same number `months` later; the month's last day where there is none such (lag 1930:173 1 §). */
export function addMonths(day: PlainDate, months: number): PlainDate {
  const counted = +day.slice(0, 4) * 12 + +day.slice(5, 7) - 1 + months;
  const first = toNumber(firstOfMonth(counted));
  const lastOfMonth = toNumber(firstOfMonth(counted + 1)) - first;
  const dayOfMonth = +day.slice(8, 10);
  return toDay(first + (dayOfMonth < lastOfMonth ? dayOfMonth : lastOfMonth) - 1);
}

/** The first day of the month that comes `months` after that of a day. */
export function firstOfMonthAfter(day: PlainDate, months: number): PlainDate {
  return firstOfMonth(+day.slice(0, 4) * 12 + +day.slice(5, 7) - 1 + months);
}

/** The last day of the month of a day. */
export function monthEnd(day: PlainDate): PlainDate {
  return addDays(firstOfMonthAfter(day, 1), -1);
}

/** The first day of a month, counted in months from year 0. */
function firstOfMonth(counted: number): PlainDate {
  const month = counted % 12;
  return `${(counted - month) / 12}-${month < 9 ? '0' : ''}${month + 1}-01` as PlainDate;
}

/** The same day `years` later; 29 February becomes the 28th in a common year. */
export function addYears(day: PlainDate, years: number): PlainDate {
  return addMonths(day, 12 * years);
}

/** Days from `from` to `to`; negative when `to` is the earlier. */
export function daysBetween(from: PlainDate, to: PlainDate): number {
  return toNumber(to) - toNumber(from);
}

/** The latest of some days. */
export function latest(first: PlainDate, ...rest: readonly PlainDate[]): PlainDate {
  return rest.reduce((a, b) => (b > a ? b : a), first);
}

function holidayName(day: PlainDate): string | undefined {
  return redDaysOf(+day.slice(0, 4)).get(day);
}

function weekday(day: PlainDate): number {
  return (((toNumber(day) + 4) % 7) + 7) % 7; // 1 January 1970 was a Thursday
}

/** Whether lag 1930:173 2 § moves an act from this day: Saturday, Sunday, public holiday or one of the three eves. */
export function isRedDay(day: PlainDate): boolean {
  const number = weekday(day);
  return number === 0 || number === 6 || holidayName(day) !== undefined;
}

/** Name of a day in Swedish: the holiday's where it has one, else the weekday's. */
function dayName(day: PlainDate): string {
  return holidayName(day) ?? WEEKDAYS[weekday(day)] ?? '';
}

/**
 * The last day for an *act*, moved to the next working day (lag 1930:173 2 §). `movedBy` says from where, past which
 * holidays, to where: `lördag → måndag, lag 1930:173 2 §`. Not for birthdays, payments or the end of an aid.
 */
export function movedToWorkingDay(day: PlainDate): { readonly date: PlainDate; readonly movedBy?: string } {
  if (!isRedDay(day)) return { date: day };
  const path = [dayName(day)];
  let date = addDays(day, 1);
  for (; isRedDay(date); date = addDays(date, 1)) {
    const name = holidayName(date);
    if (name !== undefined) path.push(name);
  }
  return { date, movedBy: `${[...path, dayName(date)].join(' → ')}, ${LAW}` };
}
