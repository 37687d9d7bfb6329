/** Förordning (2017:819) 10 kap. 5 and 9 §§: applying for etableringsersättning month by month, and when it is paid. */
import type { Due } from '../model/plan';
import type { PlainDate } from '../model/plain-date';
import { addDays, firstOfMonthAfter } from './calendar';
import type { DatedValue } from './dated';
import { rowOn } from './dated';
import { paymentDay } from './payment-day';

/** Day of the month by which an application is in time for that month's payment, and day of that payment. */
export type MonthlyRound = { readonly applyBy: number; readonly paidOn: number };

/** Försäkringskassan's days by month of application. The statute says only monthly and in arrears (10:9). */
export const MONTHLY_ROUND: readonly [DatedValue<MonthlyRound>, ...DatedValue<MonthlyRound>[]] = [
  {
    validFrom: '2018-01-01',
    value: { applyBy: 7, paidOn: 26 },
    statute: '2017:819 10:9 (månadsvis i efterskott); the days are practice',
    source: 'forsakringskassan.se 2018; varberg.se c. 2023',
    verified: false,
  },
];

/** Whole months before the month of application that the aid may be paid for. */
export const AID_MONTHS_BACK: readonly [DatedValue<number>, ...DatedValue<number>[]] = [
  {
    validFrom: '2018-01-01',
    value: 1,
    statute: '2017:819 10:5',
    source: 'text of the statute as published 2025-12-22',
    verified: true,
  },
];

/** The dates of the aid for one calendar month. */
export type ApplicationDates = {
  /** The month has ended: it is applied for in arrears. */
  readonly opensOn: PlainDate;
  /** Last day to be paid in the first round after the month. */
  readonly applyBy: PlainDate;
  /** Last day to get anything for the whole month, special reasons apart. Not moved: the month of application decides. */
  readonly lastDay: PlainDate;
  /** Payment of an application made by `applyBy`. */
  readonly paidOn: PlainDate;
};

/** The dates of the aid for the calendar month that `day` lies in. */
export function applicationDates(day: PlainDate): ApplicationDates {
  const opensOn = firstOfMonthAfter(day, 1);
  const applyBy = addDays(opensOn, roundOn(opensOn).applyBy - 1);
  return { opensOn, applyBy, lastDay: lastDayToApply(day), paidOn: firstPaymentOf(opensOn) };
}

/** The last day to apply for the whole month that `day` lies in (10:5). */
export function lastDayToApply(day: PlainDate): PlainDate {
  const back = (rowOn(AID_MONTHS_BACK, day) ?? AID_MONTHS_BACK[0]).value;
  return addDays(firstOfMonthAfter(day, back + 1), -1);
}

/**
 * The day that an application which comes in on `appliedOn` is usually paid: on the 26th of the same month when it came
 * by the 7th, else on the 26th of the next; moved by the payer's calendar. For a month of application pass its first day.
 */
export function firstPaymentOf(appliedOn: PlainDate): PlainDate {
  const { applyBy, paidOn } = roundOn(appliedOn);
  const isInTime = +appliedOn.slice(8, 10) <= applyBy;
  const month = firstOfMonthAfter(appliedOn, isInTime ? 0 : 1);
  return paymentDay(addDays(month, paidOn - 1));
}

/** The dates of an application for the month that `day` lies in: Försäkringskassan's round, and what the statute leaves. */
export function applicationDues(day: PlainDate): readonly Due[] {
  const opensOn = firstOfMonthAfter(day, 1);
  return [
    {
      date: addDays(opensOn, roundOn(opensOn).applyBy - 1),
      kind: 'target',
      rule: 'applyForNextPayment',
      law: 'Försäkringskassan 2018: den 7 för betalning den 26 (ej verifierad)',
      whose: 'newcomer',
    },
    {
      date: lastDayToApply(day),
      kind: 'right',
      rule: 'aidForMonthBefore',
      law: '2017:819 10:5',
      whose: 'newcomer',
    },
  ];
}

function roundOn(day: PlainDate): MonthlyRound {
  return (rowOn(MONTHLY_ROUND, day) ?? MONTHLY_ROUND[0]).value;
}
