/** Försäkringskassan's calendar of payments. No statute: lag (1930:173) is of acts, and a payment is none. */
import type { PlainDate } from '../model/plain-date';
import { isRedDay, movedToWorkingDay } from './calendar';
import type { DatedValue } from './dated';
import { rowOn } from './dated';
import { isSaturday, workingDayBefore } from './working-days';

/** What becomes of a payment whose day is no working day. */
export type PaymentCalendar = {
  readonly saturday: 'before' | 'after';
  readonly sundayOrHoliday: 'before' | 'after';
  /** Days of December, from and to, that are all paid on the last working day before Christmas Eve. */
  readonly christmas: { readonly from: number; readonly to: number };
};

/** The payer's rules by day of payment. Before the first row that row is used. */
export const PAYMENT_CALENDAR: readonly [DatedValue<PaymentCalendar>, ...DatedValue<PaymentCalendar>[]] = [
  {
    validFrom: '2018-01-01',
    value: { saturday: 'before', sundayOrHoliday: 'after', christmas: { from: 24, to: 27 } },
    statute: 'none: practice, told anew every year',
    source:
      'forsakringskassan.se/om-forsakringskassan/om-du-vantar-pa-besked (2024); in 2015 and 2017 some other holidays were paid the day before',
    verified: false,
  },
];

const CHRISTMAS_EVE = '12-24';

/** The day a payment is made that is due on `nominal`. */
export function paymentDay(nominal: PlainDate): PlainDate {
  const { saturday, sundayOrHoliday, christmas } = (rowOn(PAYMENT_CALENDAR, nominal) ?? PAYMENT_CALENDAR[0])
    .value;
  const [year, month, day] = nominal.split('-').map(Number);
  if (month === 12 && day !== undefined && day >= christmas.from && day <= christmas.to) {
    return workingDayBefore(`${year}-${CHRISTMAS_EVE}` as PlainDate);
  }
  if (!isRedDay(nominal)) return nominal;
  const when = isSaturday(nominal) ? saturday : sundayOrHoliday;
  return when === 'before' ? workingDayBefore(nominal) : movedToWorkingDay(nominal).date;
}
