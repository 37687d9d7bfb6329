import {
  addDays,
  addMonths,
  addWeeks,
  addYears,
  daysBetween,
  isRedDay,
  movedToWorkingDay,
  stockholmDay,
} from '../../../domain/law/calendar';
import type { Instant } from '../../../domain/model/plain-date';
import { day } from '../support';

describe('the day in Sweden', () => {
  it.each([
    ['2027-01-10T22:59:59.999Z', '2027-01-10', 'a second before midnight in winter'],
    ['2027-01-10T23:00:00.000Z', '2027-01-11', 'midnight in winter'],
    ['2027-07-10T21:59:59.999Z', '2027-07-10', 'a second before midnight in summer'],
    ['2027-07-10T22:00:00.000Z', '2027-07-11', 'midnight in summer'],
    ['2027-03-27T22:30:00.000Z', '2027-03-27', 'the evening before summer time begins'],
    ['2027-03-28T22:30:00.000Z', '2027-03-29', 'the evening after summer time began'],
    ['2027-10-30T22:30:00.000Z', '2027-10-31', 'the evening before summer time ends'],
    ['2027-10-31T22:30:00.000Z', '2027-10-31', 'the evening after summer time ended'],
    ['2026-12-31T23:00:00.000Z', '2027-01-01', 'the turn of the year'],
  ])('at %s is %s: %s', (at, expected) => {
    expect(stockholmDay(at as Instant)).toBe(expected);
  });

  it('agrees with the time zone database at every hour of 2027', () => {
    const zone = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Stockholm', dateStyle: 'short' });
    for (let at = Date.UTC(2027, 0, 1); at < Date.UTC(2028, 0, 1); at += 3_600_000) {
      expect(stockholmDay(new Date(at).toISOString() as Instant)).toBe(zone.format(at));
    }
  });
});

describe('counting of time (lag 1930:173 1 §)', () => {
  it.each([
    ['2027-01-31', 1, '2027-02-28', 'no such day: the last of the month'],
    ['2028-01-31', 1, '2028-02-29', 'leap year'],
    ['2027-08-31', 6, '2028-02-29', 'over the turn of the year into a leap February'],
    ['2027-02-28', 1, '2027-03-28', 'the same number, not the last of the month'],
    ['2027-11-30', 3, '2028-02-29', 'three months'],
    ['2027-05-15', -3, '2027-02-15', 'backwards'],
  ])('%s and %i months is %s: %s', (from, months, to) => {
    expect(addMonths(day(from), months)).toBe(to);
  });

  it('gives a week the day with the same name, over week 53 and the turn of the year', () => {
    expect(addWeeks(day('2026-12-30'), 1)).toBe('2027-01-06');
    expect(addWeeks(day('2020-12-28'), 1)).toBe('2021-01-04');
  });

  it('counts days over summer time without losing one', () => {
    expect(addDays(day('2027-03-27'), 2)).toBe('2027-03-29');
    expect(daysBetween(day('2027-03-27'), day('2027-03-29'))).toBe(2);
    expect(daysBetween(day('2027-11-01'), day('2027-10-31'))).toBe(-1);
  });

  it('gives the born on 29 February the 28th in a common year', () => {
    expect(addYears(day('2008-02-29'), 18)).toBe('2026-02-28');
    expect(addYears(day('2008-02-29'), 20)).toBe('2028-02-29');
  });
});

describe('days on which no act need be done (lag 1930:173 2 §)', () => {
  it.each([
    ['2027-01-01', 'nyårsdagen'],
    ['2027-01-06', 'trettondedag jul'],
    ['2027-03-26', 'långfredagen'],
    ['2027-03-29', 'annandag påsk'],
    ['2027-05-06', 'Kristi himmelsfärdsdag'],
    ['2028-06-06', 'nationaldagen'],
    ['2027-06-25', 'midsommarafton, which 2 § adds'],
    ['2027-12-24', 'julafton, which 2 § adds'],
    ['2027-12-31', 'nyårsafton, which 2 § adds'],
    ['2027-01-09', 'a Saturday, which 2 § adds'],
    ['2027-01-10', 'a Sunday'],
  ])('%s: %s', (date) => {
    expect(isRedDay(day(date))).toBe(true);
  });

  it.each([
    ['2027-01-05', 'trettondagsafton'],
    ['2027-03-25', 'skärtorsdagen'],
    ['2027-04-30', 'valborgsmässoafton'],
    ['2027-05-17', 'annandag pingst, a working day since 2005'],
    ['2027-12-27', 'a Monday between the holidays'],
  ])('not %s: %s', (date) => {
    expect(isRedDay(day(date))).toBe(false);
  });

  it.each([
    ['2027-01-08', '2027-01-08', undefined],
    ['2027-01-09', '2027-01-11', 'lördag → måndag, lag 1930:173 2 §'],
    ['2027-01-10', '2027-01-11', 'söndag → måndag, lag 1930:173 2 §'],
    ['2027-03-25', '2027-03-25', undefined],
    ['2027-03-26', '2027-03-30', 'långfredagen → påskdagen → annandag påsk → tisdag, lag 1930:173 2 §'],
    ['2027-03-29', '2027-03-30', 'annandag påsk → tisdag, lag 1930:173 2 §'],
    ['2027-06-25', '2027-06-28', 'midsommarafton → midsommardagen → måndag, lag 1930:173 2 §'],
    ['2026-12-24', '2026-12-28', 'julafton → juldagen → annandag jul → måndag, lag 1930:173 2 §'],
    ['2026-12-31', '2027-01-04', 'nyårsafton → nyårsdagen → måndag, lag 1930:173 2 §'],
    ['2028-05-01', '2028-05-02', 'första maj → tisdag, lag 1930:173 2 §'],
  ])('an act for %s is done by %s (%s)', (from, to, movedBy) => {
    expect(movedToWorkingDay(day(from))).toEqual(movedBy ? { date: to, movedBy } : { date: to });
  });
});
