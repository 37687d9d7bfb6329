import { applicationDates, applicationDues, firstPaymentOf } from '../../../domain/law/etableringsersattning';
import { day } from '../support';

describe('applying for etableringsersättning month by month (2017:819 10:5, 10:9)', () => {
  it.each([
    ['2027-03-10', '2027-04-01', '2027-04-07', '2027-04-30', '2027-04-26', 'any day of the month'],
    ['2027-03-01', '2027-04-01', '2027-04-07', '2027-04-30', '2027-04-26', 'its first'],
    ['2027-03-31', '2027-04-01', '2027-04-07', '2027-04-30', '2027-04-26', 'its last'],
    ['2027-12-15', '2028-01-01', '2028-01-07', '2028-01-31', '2028-01-26', 'over the turn of the year'],
    ['2028-01-31', '2028-02-01', '2028-02-07', '2028-02-29', '2028-02-25', 'in a leap year'],
    ['2027-11-30', '2027-12-01', '2027-12-07', '2027-12-31', '2027-12-23', 'paid before Christmas'],
  ])(
    'for the month of %s: from %s, by %s, at last %s, paid %s (%s)',
    (of, opensOn, applyBy, lastDay, paidOn) => {
      expect(applicationDates(day(of))).toEqual({ opensOn, applyBy, lastDay, paidOn });
    },
  );

  it('has Försäkringskassan’s round as a goal and the month before as a right, neither moved by a Sunday', () => {
    expect(applicationDues(day('2027-01-31'))).toMatchObject([
      { date: '2027-02-07', kind: 'target', rule: 'applyForNextPayment' },
      { date: '2027-02-28', kind: 'right', rule: 'aidForMonthBefore', law: '2017:819 10:5' },
    ]);
  });
});

describe('when an application is paid', () => {
  it.each([
    ['2027-01-06', '2027-01-26'],
    ['2027-01-07', '2027-01-26'],
    ['2027-01-08', '2027-02-26'],
    ['2027-12-07', '2027-12-23'],
    ['2027-12-08', '2028-01-26'],
    ['2027-12-31', '2028-01-26'],
    ['2027-03-07', '2027-03-30'],
    ['2028-02-29', '2028-03-27'],
  ])('in on %s: %s', (appliedOn, paidOn) => {
    expect(firstPaymentOf(day(appliedOn))).toBe(paidOn);
  });
});
