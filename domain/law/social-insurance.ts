/** Socialförsäkringsbalken (2010:110) 5:3, 5:11-12: who is insured by residence, and how far back benefits are paid. */
import type { CaseFacts } from '../model/facts';
import type { Due } from '../model/plan';
import type { PlainDate } from '../model/plain-date';
import { addDays, addMonths, firstOfMonthAfter, latest } from './calendar';
import type { DatedValue } from './dated';
import { rowOn } from './dated';

export const NOT_RESIDENT_LAW = 'SFB 5:3 andra stycket';

/** Whole months back: before the month of notice (5:11), and before the day the permit was granted (5:12). */
export const BENEFIT_MONTHS_BACK: readonly [DatedValue<number>, ...DatedValue<number>[]] = [
  {
    validFrom: '2011-01-01',
    value: 3,
    statute: 'SFB 5:11-12',
    source: 'text of the statute as published 2025-06-24',
    verified: true,
  },
];

/**
 * Whether the permit keeps a person from being resident in the sense of the balk: temporary protection does, registered
 * or not. Someone with such a permit who is declared a refugee has that as ground here, so is not meant.
 */
export function isNotResident({ permit }: CaseFacts): boolean {
  return permit?.ground === 'temporaryProtection';
}

/**
 * The first day that benefits can be paid for (5:12): here, with a permit that has begun, at most three months before
 * it was granted. Days that LMA has covered with aid of a like kind are not counted off. Undefined without a permit.
 */
export function insuredFrom({ arrival, permit }: CaseFacts): PlainDate | undefined {
  if (permit === undefined) return undefined;
  const earliest = latest(permit.validFrom, addMonths(permit.decidedOn, -monthsBackOn(permit.decidedOn)));
  return arrival === undefined ? earliest : latest(earliest, arrival.arrivedOn);
}

/**
 * The last day on which a notice loses nothing (5:11): the end of the third month after the one in which the insurance
 * began. Only for those who are not registered: of others Försäkringskassan knows. Not moved by lag 1930:173, since the
 * month of the notice decides how far back the benefits reach.
 */
export function noticeWithoutLoss(facts: CaseFacts): Due | undefined {
  const from = insuredFrom(facts);
  if (from === undefined || facts.registration !== undefined) return undefined;
  return {
    date: addDays(firstOfMonthAfter(from, monthsBackOn(from) + 1), -1),
    kind: 'right',
    rule: 'insuredFromTheFirstDay',
    law: 'SFB 5:11-12',
    whose: 'newcomer',
  };
}

function monthsBackOn(day: PlainDate): number {
  return (rowOn(BENEFIT_MONTHS_BACK, day) ?? BENEFIT_MONTHS_BACK[0]).value;
}
