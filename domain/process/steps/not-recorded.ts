import { addDays } from '../../law/calendar';
import { type DatedValue, rowOn } from '../../law/dated';
import type { PlainDate } from '../../model/plain-date';
import type { EndByTime, OutcomeDefinition, StepContext } from './step-definition';

/** Days that an offer nobody is known to have taken up stays open: configuration, so that it does not keep a case open. */
export const OFFER_DAYS: DatedValue<number> = {
  validFrom: '2026-01-01',
  value: 180,
  statute: 'konfiguration',
  source: 'ett halvår, valt och ej hämtat ur någon källa',
  verified: false,
};

/** Nobody reported how an offer went before its time was out; it may still be reported. */
export const NOT_RECORDED: OutcomeDefinition = { effect: 'ends', by: 'time', fields: {} };

/** The end of an offer, counted from the day its present filing opened. */
export function offerEnd({ record, today }: StepContext, days: number = OFFER_DAYS.value): EndByTime {
  return { outcome: 'notRecorded', on: addDays(record.filingOpenedOn ?? today, days) };
}

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
