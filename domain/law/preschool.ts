/** Skollagen (2010:800) 8:3-7, 8:14-14 c: whom the kommun offers förskola, on request or by itself, and within what time. */
import type { CaseFacts } from '../model/facts';
import type { Due } from '../model/plan';
import type { PlainDate } from '../model/plain-date';
import { hasReached, reachesAge } from './age';
import { addMonths, latest, movedToWorkingDay } from './calendar';
import type { DatedValue } from './dated';
import { rowOn } from './dated';
import { SCHOOL_DUTY_AGE } from './school';
import { autumnTermOfAge } from './school-year';

/** Age in years from which a place is offered on request, age whose autumn term brings an offer, months to offer within. */
export type PreschoolRule = {
  readonly onRequestFromAge: number;
  readonly offerFromAutumnOfAge?: number;
  readonly withinMonths: number;
};

/** The rule by the day it is asked about. */
export const PRESCHOOL: readonly DatedValue<PreschoolRule>[] = [
  {
    validFrom: '2011-07-01',
    value: { onRequestFromAge: 1, withinMonths: 4 },
    statute: 'skollagen 8:5-6, 8:14',
    source: 'SFS 2010:800 as of June 2025; the day it began to apply was not read',
    verified: true,
  },
  {
    validFrom: '2023-07-01',
    value: { onRequestFromAge: 1, offerFromAutumnOfAge: 3, withinMonths: 4 },
    statute: 'skollagen 8:4-6, 8:14-14 c (lag 2022:833)',
    source: 'SFS 2010:800 as of June 2025; the first autumn of the direct offer was not read',
    verified: false,
  },
];

const RULE_NOW: PreschoolRule = { onRequestFromAge: 1, offerFromAutumnOfAge: 3, withinMonths: 4 };

/** Where a child stands: a place was asked for (to be had from a day), the kommun offers one by itself, or neither. */
export type PreschoolStanding =
  | { readonly kind: 'asked'; readonly placeFrom: PlainDate }
  | { readonly kind: 'offered' }
  | { readonly kind: 'none'; readonly why: string; readonly law: string };

/**
 * Förskola ends to be for a child when school duty begins (8:3). The direct offer is for those born abroad who have
 * been here for at most five years, or whose guardians have (8:14 a): so for every newcomer; it need not be made to a
 * child who is not registered (8:14 b). Undefined while the birth is not known.
 */
export function preschoolStanding(facts: CaseFacts, day: PlainDate): PreschoolStanding | undefined {
  const { birth, preschoolRequest, registration } = facts;
  if (birth === undefined) return undefined;
  const { bornOn } = birth;
  if (autumnTermOfAge(bornOn, SCHOOL_DUTY_AGE) <= day) {
    return { kind: 'none', why: 'overPreschoolAge', law: 'skollagen 8:3' };
  }
  const { onRequestFromAge, offerFromAutumnOfAge } = ruleOn(day);
  if (preschoolRequest) return { kind: 'asked', placeFrom: reachesAge(bornOn, onRequestFromAge) };
  if (!hasReached(bornOn, onRequestFromAge, day)) {
    return { kind: 'none', why: 'underPreschoolAge', law: 'skollagen 8:5-6' };
  }
  const isOffered = offerFromAutumnOfAge && autumnTermOfAge(bornOn, offerFromAutumnOfAge) <= day;
  if (!isOffered) return { kind: 'none', why: 'noPreschoolRequest', law: 'skollagen 8:14' };
  return registration ? { kind: 'offered' } : { kind: 'none', why: 'notRegistered', law: 'skollagen 8:14 b' };
}

/** Days on which the standing changes by itself: from the first birthday to the beginning of school duty. */
export function preschoolChanges(bornOn: PlainDate): readonly PlainDate[] {
  const { onRequestFromAge, offerFromAutumnOfAge } = RULE_NOW;
  const days = [reachesAge(bornOn, onRequestFromAge), autumnTermOfAge(bornOn, SCHOOL_DUTY_AGE)];
  return offerFromAutumnOfAge ? [...days, autumnTermOfAge(bornOn, offerFromAutumnOfAge)] : days;
}

/** The kommun's last day to offer a place that was asked for: four months, though not before the child may have one. */
export function preschoolDue(requestedOn: PlainDate, placeFrom: PlainDate): Due {
  const within = addMonths(requestedOn, ruleOn(requestedOn).withinMonths);
  const moved = movedToWorkingDay(latest(within, placeFrom));
  return {
    ...moved,
    kind: 'duty',
    rule: 'preschoolWithinFourMonths',
    law: 'skollagen 8:14',
    whose: 'kommun',
  };
}

function ruleOn(day: PlainDate): PreschoolRule {
  return rowOn(PRESCHOOL, day)?.value ?? RULE_NOW;
}
