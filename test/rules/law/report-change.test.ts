import { reportChangeBy } from '../../../domain/law/report-change';
import { day } from '../support';

describe('telling of a change (2017:819 10:2)', () => {
  it.each([
    ['2027-01-03', '2027-01-18', 'the last day a Sunday'],
    ['2027-01-04', '2027-01-18', '14 days'],
    ['2027-01-05', '2027-01-19', 'the day after'],
    ['2027-03-12', '2027-03-30', 'Good Friday'],
    ['2027-12-11', '2027-12-27', 'Christmas Day'],
    ['2028-02-15', '2028-02-29', 'a leap day'],
    ['2027-12-20', '2028-01-03', 'over the turn of the year'],
  ])('known on %s: by %s (%s)', (knownOn, by) => {
    expect(reportChangeBy(day(knownOn))).toBe(by);
  });
});
