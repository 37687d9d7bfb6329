/**
 * Prop. 2025/26:136, proposed for SFB (2010:110) 5 kap. from 1 January 2027: years of residence before listed benefits.
 * Only the summary of the bill was read; neither that it was passed nor who is let out of it.
 */
import type { PlainDate } from '../model/plain-date';
import { addYears } from './calendar';
import type { DatedValue } from './dated';
import { rowOn } from './dated';

/** Years of residence within a span of years that qualify; undefined where nothing is asked. */
export type QualifyingTime = { readonly years: number; readonly within: number } | undefined;

/** What is asked of those who came on a day. The press says that only arrivals from 2027 are concerned. */
export const QUALIFYING_TIME: readonly DatedValue<QualifyingTime>[] = [
  {
    validFrom: '2011-01-01',
    value: undefined,
    statute: 'SFB 5:9',
    source: 'text of the statute as published 2025-06-24',
    verified: true,
  },
  {
    validFrom: '2027-01-01',
    value: { years: 5, within: 15 },
    statute: 'prop. 2025/26:136',
    source: 'summary of the bill (2026-02-19); press for whom it concerns (2026-02-23)',
    verified: false,
  },
];

/**
 * The day on which residence alone would qualify someone who came on a day and has stayed since; undefined where no
 * years are asked. Work may qualify
 * earlier, which is not judged here. It closes no step: being insured otherwise stays as it is.
 */
export function qualifiedByResidenceOn(arrivedOn: PlainDate): PlainDate | undefined {
  const time = rowOn(QUALIFYING_TIME, arrivedOn)?.value;
  return time && addYears(arrivedOn, time.years);
}
