/** Lagen (1994:137) om mottagande av asylsökande m.fl. (LMA) 8 and 11 §§: how long its aid lasts after a permit. */
import type { CaseFacts } from '../model/facts';
import type { PlainDate } from '../model/plain-date';
import { addMonths } from './calendar';
import type { DatedValue } from './dated';
import { rowOn } from './dated';
import { firstDecidedOn } from './permit-extension';

/** Months of aid after the decision on a permit for those who do not live in an asylboende, by the day of the decision. */
export const MONTHS_OF_AID_AFTER_PERMIT: readonly DatedValue<number>[] = [
  {
    validFrom: '1994-07-01',
    value: 1,
    statute: 'LMA 8 §, older wordings',
    source: 'Migrationsverket 2018-04-16 (S11); the older wordings were not read',
    verified: false,
  },
  {
    validFrom: '2025-03-01',
    value: 1,
    statute: 'LMA 8 § third paragraph (2025:57)',
    source: 'github.com/se-lex/sfs 1994:137',
    verified: true,
  },
];

/**
 * The last day that aid under LMA covers, itself counted as covered; undefined for someone never under LMA, and while
 * no such day can be named yet: `facts.lma` tells which. `receivedOn` is the day an assigned place could be
 * used: `mottagande` received, or declined. What has in fact been paid (`lmaAid`) wins. Never moved by lag 1930:173:
 * the end of an aid is no act. Dagersättning also ends on the start of the programme (8 § fourth paragraph), which the
 * caller must know; leaving the country ends all of it (11 §).
 */
export function lmaAidUntil(
  facts: CaseFacts,
  receivedOn: PlainDate | undefined,
  today: PlainDate,
): PlainDate | undefined {
  const lastDay = facts.lmaAid?.paidUntil ?? lastDayByLaw(facts, receivedOn);
  const leftOn = facts.departure?.leftOn;
  if (leftOn === undefined || leftOn > today || facts.lma?.registered !== true) return lastDay;
  return lastDay === undefined || leftOn < lastDay ? leftOn : lastDay;
}

function lastDayByLaw(
  { lma, permit, registration }: CaseFacts,
  receivedOn: PlainDate | undefined,
): PlainDate | undefined {
  if (lma?.registered !== true || permit === undefined) return undefined;
  // 11 § leaves out 1 § first paragraph 2, so a permit of temporary protection ends nothing: registration does.
  if (permit.ground === 'temporaryProtection') return registration?.from;
  if (lma.housing === 'asylboende') return receivedOn;
  const decidedOn = firstDecidedOn(permit);
  return addMonths(decidedOn, rowOn(MONTHS_OF_AID_AFTER_PERMIT, decidedOn)?.value ?? 1);
}
