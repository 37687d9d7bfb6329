import { workingDayAfter } from '../../../domain/law/working-days';
import { day } from '../support';

describe('lag 1930:173 2 §: the working day after a day', () => {
  it.each([
    ['a Monday', '2027-01-11', 1, '2027-01-12'],
    ['a Friday', '2027-01-15', 1, '2027-01-18'],
    ['Maundy Thursday', '2027-03-25', 1, '2027-03-30'],
    ['the day before Midsummer Eve', '2027-06-24', 1, '2027-06-28'],
    ['New Year’s Eve', '2026-12-31', 1, '2027-01-04'],
    ['a Saturday', '2027-01-16', 1, '2027-01-18'],
    ['a Wednesday, three on', '2027-01-13', 3, '2027-01-18'],
    ['the week before Easter, four on', '2027-03-23', 4, '2027-03-31'],
  ])('after %s', (_, from, count, expected) => {
    expect(workingDayAfter(day(from), count)).toBe(expected);
  });
});
