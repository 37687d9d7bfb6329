/** Förordning (2017:819) 10:2: a change that matters to the aid is to be told at once, and at latest within 14 days. */
import type { PlainDate } from '../model/plain-date';
import { addDays, movedToWorkingDay } from './calendar';
import type { DatedValue } from './dated';
import { rowOn } from './dated';

/** Days from when a changed circumstance became known until it must have been told. */
export const REPORT_CHANGE_WITHIN_DAYS: readonly [DatedValue<number>, ...DatedValue<number>[]] = [
  {
    validFrom: '2018-01-01',
    value: 14,
    statute: '2017:819 10:2',
    source: 'text of the statute as published 2025-12-22',
    verified: true,
  },
];

/**
 * Last day to tell Försäkringskassan of a change that became known on a day: an act, so a red day moves it. To
 * Arbetsförmedlingen the same is owed without any number of days (2017:820 24 §).
 */
export function reportChangeBy(knownOn: PlainDate): PlainDate {
  const days = (rowOn(REPORT_CHANGE_WITHIN_DAYS, knownOn) ?? REPORT_CHANGE_WITHIN_DAYS[0]).value;
  return movedToWorkingDay(addDays(knownOn, days)).date;
}
