import { firstMonthDue, pensionFrom, supportYearFrom } from '../../../domain/law/pension';
import { adult, day } from '../support';

describe('from when pension benefits can be given (SFB 67:4, 74:7)', () => {
  it.each([
    ['1960-04-01', '2027-04-01'],
    ['1960-04-30', '2027-04-01'],
    ['1960-02-29', '2027-02-01'],
    ['1959-12-31', '2026-12-01'],
  ])('born on %s: from %s, the whole month in which riktåldern is reached', (bornOn, from) => {
    expect(pensionFrom(day(bornOn), day('2027-01-11'))).toBe(from);
  });

  it('follows the age of the day it is asked on', () => {
    expect(pensionFrom(day('1959-05-10'), day('2025-12-31'))).toBe('2025-05-01');
    expect(pensionFrom(day('1959-05-10'), day('2026-01-01'))).toBe('2026-05-01');
  });
});

describe('the first month of the right (SFB 56:4, 74:7)', () => {
  it.each([
    ['2027-01-11', '2027-01-31', 'a Sunday, which nothing moves'],
    ['2027-01-31', '2027-01-31', 'the day itself'],
    ['2027-02-01', '2027-02-28', 'the next month'],
    ['2028-02-10', '2028-02-29', 'a leap year'],
    ['2027-12-31', '2027-12-31', 'New Year’s Eve, which nothing moves'],
  ])('opened on %s is applied for by %s: %s', (openedOn, date) => {
    expect(firstMonthDue(day(openedOn), adult())).toEqual({
      date,
      kind: 'right',
      rule: 'pensionFirstMonth',
      law: 'SFB 56:4, 74:7',
      whose: 'newcomer',
    });
  });

  it('is not before the permit begins (5:12)', () => {
    const facts = adult({ permit: { ground: 'refugee', validFrom: day('2027-03-05') } });
    expect(firstMonthDue(day('2027-01-11'), facts).date).toBe('2027-03-31');
    expect(firstMonthDue(day('2027-01-11'), adult({ permit: undefined })).date).toBe('2027-01-31');
  });
});

describe('a year of äldreförsörjningsstöd (SFB 74:8)', () => {
  it.each([
    ['2028-01-31', '2027-02-01'],
    ['2028-02-29', '2027-03-01'],
    ['2027-12-31', '2027-01-01'],
  ])('that ends with %s began on %s, so that the renewal follows in the next month', (until, from) => {
    expect(supportYearFrom(day(until))).toBe(from);
  });
});
