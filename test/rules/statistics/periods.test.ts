import { monthOf, weekName, weekOf } from '../../../domain/statistics/periods';
import { day } from '../support';

describe('the week of a day', () => {
  it.each([
    ['2026-11-22', '2026-11-16', '2026-W47'], // a Sunday
    ['2026-11-23', '2026-11-23', '2026-W48'],
    ['2026-12-31', '2026-12-28', '2026-W53'],
    ['2027-01-03', '2026-12-28', '2026-W53'],
    ['2027-01-04', '2027-01-04', '2027-W01'],
    ['2025-12-29', '2025-12-29', '2026-W01'],
    ['1969-12-31', '1969-12-29', '1970-W01'],
  ])('%s begins on %s and is called %s', (date, monday, name) => {
    expect(weekOf(day(date))).toBe(monday);
    expect(weekName(day(monday))).toBe(name);
  });
});

it('the month of a day is known by its first', () => {
  expect([monthOf(day('2026-12-31')), monthOf(day('2026-12-01'))]).toEqual(['2026-12-01', '2026-12-01']);
});
