import { PAYMENT_CALENDAR, paymentDay } from '../../../domain/law/payment-day';
import { day } from '../support';

describe('the day that Försäkringskassan pays', () => {
  it.each([
    ['2027-01-26', '2027-01-26', 'a working day'],
    ['2027-02-26', '2027-02-26', 'a Friday'],
    ['2028-02-26', '2028-02-25', 'a Saturday: the Friday before'],
    ['2027-09-26', '2027-09-27', 'a Sunday: the Monday after'],
    ['2027-03-26', '2027-03-30', 'Good Friday: the Tuesday after Easter'],
    ['2027-06-26', '2027-06-24', 'Midsummer Day, a Saturday: the Thursday before the eve'],
    ['2025-12-26', '2025-12-23', 'Boxing Day'],
    ['2026-12-26', '2026-12-23', 'Boxing Day, a Saturday'],
    ['2027-12-26', '2027-12-23', 'Boxing Day, a Sunday'],
    ['2028-12-26', '2028-12-22', 'Boxing Day when Christmas Eve is a Sunday'],
    ['2029-12-26', '2029-12-21', 'Boxing Day when Christmas Eve is a Monday'],
    ['2024-12-27', '2024-12-23', 'the working day after Christmas'],
    ['2027-12-23', '2027-12-23', 'the day before Christmas Eve'],
    ['2027-12-28', '2027-12-28', 'after Christmas'],
    ['2017-12-26', '2017-12-22', 'before the first row of the table'],
  ])('for %s is %s (%s)', (nominal, paidOn) => {
    expect(paymentDay(day(nominal))).toBe(paidOn);
  });

  it('is practice and no statute', () => {
    expect(PAYMENT_CALENDAR.every(({ verified }) => !verified)).toBe(true);
  });
});
