import { addDays } from '../../law/calendar';
import type { DatedValue } from '../../law/dated';
import type { EndByTime, OutcomeDefinition, StepContext } from './step-definition';

/** Days that an offer nobody is known to have taken up stays open: configuration, so that it does not keep a case open. */
export const OFFER_DAYS: DatedValue<number> = {
  validFrom: '2026-01-01',
  value: 180,
  statute: 'konfiguration',
  source: 'ett halvår, valt och ej hämtat ur någon källa',
  verified: false,
};

/** Nobody told how an offer went before its time was out; it may still be told. */
export const NOT_RECORDED: OutcomeDefinition = { effect: 'ends', by: 'time', fields: {} };

/** The end of an offer, counted from the day its present filing opened. */
export function offerEnd({ record, today }: StepContext, days: number = OFFER_DAYS.value): EndByTime {
  return { outcome: 'notRecorded', on: addDays(record.filingOpenedOn ?? today, days) };
}
