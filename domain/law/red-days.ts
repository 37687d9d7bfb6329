/** Lag (1989:253) om allmänna helgdagar, and the three eves that lag (1930:173) 2 § adds to them. */
import Holidays from 'date-holidays';

/** `date-holidays` knows the dates of these eves, but not that they count as holidays here. */
const EVES = ['midsommarafton', 'julafton', 'nyårsafton'];

const sweden = new Holidays('SE');
const daysByYear = new Map<number, ReadonlyMap<string, string>>();

/** Public holidays and the three eves of a year, by day, with their Swedish names. Reckoned once a year. */
export function redDaysOf(year: number): ReadonlyMap<string, string> {
  const known = daysByYear.get(year);
  if (known) return known;
  const holidays = sweden
    .getHolidays(year, 'sv')
    .filter((holiday) => holiday.type === 'public' || EVES.includes(holiday.name));
  const named = new Map(holidays.map((holiday) => [holiday.date.slice(0, 10), holiday.name] as const));
  daysByYear.set(year, named);
  return named;
}
