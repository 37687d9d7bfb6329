import { addDays } from '../../law/calendar';
import type { DatedValue } from '../../law/dated';
import { rowOn } from '../../law/dated';
import type { PlainDate } from '../../model/plain-date';
import type { EndByTime } from './step-definition';

/** Days that a notice waits to be recorded before it closes by itself; configuration of ours, no statute. */
export const NOTICE_WAITS_DAYS: readonly DatedValue<number>[] = [
  {
    validFrom: '2018-01-01',
    value: 60,
    statute: 'none; configuration',
    source: 'ours: one unrecorded card is not to keep a case open',
    verified: false,
  },
];

/** The end of a notice that nobody recorded, counted from the day it could have been. */
export function unrecordedEnd(from: PlainDate): EndByTime {
  return { outcome: 'notRecorded', on: addDays(from, rowOn(NOTICE_WAITS_DAYS, from)?.value ?? 60) };
}
