import { readFileSync } from 'node:fs';
import path from 'node:path';
import { repositoryRoot } from '../platform/root';
import { sourceFiles } from './support/sources';

/** What reckons weekdays or holidays by itself. */
const RECKONS =
  /\b(getDay|getUTCDay|getWeekday|dayOfWeek|daysInWeek)\b|weekday:|date-holidays|%\s*7\b|\b(SATURDAY|SUNDAY)\s*=/;

/** The one calendar of lag 1930:173. */
const CALENDAR = ['domain/law/calendar.ts', 'domain/law/red-days.ts', 'domain/law/working-days.ts'];

/** Others, each with its reason. */
const OTHERS: Readonly<Record<string, string>> = {
  'domain/law/stockholm-day.ts': 'summer time changes on a Sunday; no working day is reckoned',
  'domain/statistics/periods.ts': 'weeks of ISO 8601 begin on a Monday; no working day is reckoned',
  'agencies/kernel/calendar.ts':
    "the simulated agencies' own office days: they share nothing with the project",
};

describe('working days', () => {
  const reckoning = sourceFiles().filter(
    (file) =>
      !/^(test|bench)\//.test(file) && RECKONS.test(readFileSync(path.join(repositoryRoot(), file), 'utf8')),
  );

  it('are reckoned by the one calendar and nowhere else', () => {
    expect(reckoning.filter((file) => !CALENDAR.includes(file) && !(file in OTHERS))).toEqual([]);
  });

  it('have no exception that is not needed any more', () => {
    expect([...CALENDAR, ...Object.keys(OTHERS)].filter((file) => !reckoning.includes(file))).toEqual([]);
  });
});
