/** Förordning (2010:1122) 5 a §: when a relative belongs to the group of etableringsprogrammet through the anchor. */
import type { CaseFacts } from '../model/facts';
import type { PlainDate } from '../model/plain-date';
import { addYears } from './calendar';
import type { DatedValue } from './dated';
import { rowOn } from './dated';

/** Years from the anchor's first reception in a kommun within which the relative must have applied for the permit. */
export const APPLY_WITHIN_YEARS: readonly [DatedValue<number>, ...DatedValue<number>[]] = [
  {
    validFrom: '2018-01-01',
    value: 6,
    statute: '2010:1122 5 a § (förordning 2017:487); lag 2017:584 1 § has the same',
    source: 'text of 2010:1122 as published 2025-12-18; 2017:584 1-2 §§ were not read',
    verified: true,
  },
];

const LAW = '2010:1122 5 a §';

/** Whether a relative counts through the anchor, and if not why. */
export type AnchorStanding =
  { readonly kind: 'counts' } | { readonly kind: 'not'; readonly why: string; readonly law: string };

/** The last day of application that counts; no time limit moved by lag 1930:173, for nobody was bound to apply. */
export function relativeMayApplyUntil(anchorReceivedOn: PlainDate, today: PlainDate): PlainDate {
  return addYears(anchorReceivedOn, (rowOn(APPLY_WITHIN_YEARS, today) ?? APPLY_WITHIN_YEARS[0]).value);
}

/**
 * A relative counts when the permit was applied for within six years of the anchor's first reception in a kommun, and
 * the anchor was not a Swedish citizen that day. An application before the reception is within the time.
 */
export function standingThroughAnchor(
  anchor: NonNullable<CaseFacts['anchor']>,
  today: PlainDate,
): AnchorStanding {
  if (anchor.isSwedishCitizen) return { kind: 'not', why: 'anchorSwedishCitizen', law: LAW };
  const isLate = anchor.appliedOn > relativeMayApplyUntil(anchor.receivedOn, today);
  return isLate ? { kind: 'not', why: 'relativeAppliedLate', law: LAW } : { kind: 'counts' };
}
