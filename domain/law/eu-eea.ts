/** EES-avtalet (lag 1992:1317) and its parties: the countries of EU and EES by ISO 3166-1 alpha-2, and Switzerland beside them. */
import type { PlainDate } from '../model/plain-date';
import type { DatedValue } from './dated';
import { rowOn } from './dated';

const EU_27 = 'AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IT LT LU LV MT NL PL PT RO SE SI SK';
const EFTA_IN_EEA = 'IS LI NO';

/** The countries of EU and EES by the day it is asked about. Domain knowledge of the project, not read in a statute. */
export const EU_EEA: readonly DatedValue<ReadonlySet<string>>[] = [
  {
    validFrom: '2013-07-01',
    value: new Set(`${EU_27} GB ${EFTA_IN_EEA}`.split(' ')),
    statute: 'EES-avtalet, lag 1992:1317',
    source: 'domain.md §5 (27 EU + Iceland, Liechtenstein, Norway); Croatia in from this day (not verified)',
    verified: false,
  },
  {
    validFrom: '2020-02-01',
    value: new Set(`${EU_27} ${EFTA_IN_EEA}`.split(' ')),
    statute: 'EES-avtalet, lag 1992:1317',
    source: 'domain.md §5; the United Kingdom out from this day (not verified)',
    verified: false,
  },
];

/** Whether a country (ISO 3166-1 alpha-2) is in EU or EES on a day. False for a code that no list knows. */
export function isInEuEea(country: string, day: PlainDate): boolean {
  return rowOn(EU_EEA, day)?.value.has(country) ?? false;
}

/** The same with Switzerland, which many statutes treat alike (lag 2013:156 2 a §). */
export function isInEuEeaOrSwitzerland(country: string, day: PlainDate): boolean {
  return country === 'CH' || isInEuEea(country, day);
}
