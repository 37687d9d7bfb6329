/** SFB (2010:110) 5:12, 56:4, 67:4 and 74:7-8: pension benefits of those who reached riktålder. */
import type { CaseFacts } from '../model/facts';
import type { Due } from '../model/plan';
import type { PlainDate } from '../model/plain-date';
import { reachesAge } from './age';
import { firstOfMonthAfter, latest, monthEnd } from './calendar';
import type { DatedValue } from './dated';
import { riktalderOn } from './programme-age';

/** Months of äldreförsörjningsstöd on one application; after them a new one is asked for (74:8). */
const MONTHS_OF_SUPPORT: DatedValue<number> = {
  validFrom: '2011-01-01',
  value: 12,
  statute: 'SFB 74:8',
  source: 'github.com/se-lex/sfs 2010:110, state of 2025',
  verified: true,
};

/** The first day of the *month* in which riktåldern is reached: from then the benefits can be paid (67:4, 74:7). */
export function pensionFrom(bornOn: PlainDate, today: PlainDate): PlainDate {
  return firstOfMonthAfter(reachesAge(bornOn, riktalderOn(today)), 0);
}

/**
 * The last day of the month in which an application can first be made: the benefits are paid from the month of the
 * application (56:4, 74:7), so a later one loses a month. Nothing for a day before the permit begins (5:12). Not moved
 * by lag 1930:173: the day bounds a month of benefit and is no last day of an act.
 */
export function firstMonthDue(openedOn: PlainDate, { permit }: CaseFacts): Due {
  const from = permit === undefined ? openedOn : latest(openedOn, permit.validFrom);
  return {
    date: monthEnd(from),
    kind: 'right',
    rule: 'pensionFirstMonth',
    law: 'SFB 56:4, 74:7',
    whose: 'newcomer',
  };
}

/** The day from which a year of support ends with the month of `supportUntil`, so that a renewal follows it at once. */
export function supportYearFrom(supportUntil: PlainDate): PlainDate {
  return firstOfMonthAfter(supportUntil, 1 - MONTHS_OF_SUPPORT.value);
}
