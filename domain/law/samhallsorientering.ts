/**
 * Lag (2013:156) om samhällsorientering för vissa nyanlända invandrare 1 a-4 §§, förordning (2010:1138) 4 §: whom the
 * kommun offers it, until when, and when it is usually done.
 */
import type { CaseFacts } from '../model/facts';
import type { Due } from '../model/plan';
import type { PlainDate } from '../model/plain-date';
import type { PermitGround } from '../model/status-facts';
import { hasReached } from './age';
import { addMonths, addYears } from './calendar';
import type { DatedValue } from './dated';
import { rowOn } from './dated';
import { isInEuEeaOrSwitzerland } from './eu-eea';
import { riktalderOn } from './programme-age';

const LOWER_AGE = 18;

/** The age in years from which it is no longer for someone. */
export const UPPER_AGE: readonly DatedValue<number | 'riktalder'>[] = [
  {
    validFrom: '2013-05-01',
    value: 65,
    statute: '2013:156 1 a, 2 §§',
    source: 'SFS 2013:156, 2017:596',
    verified: true,
  },
  {
    validFrom: '2023-01-01',
    value: 66,
    statute: 'lag 2022:893',
    source: 'rkrattsbaser.gov.se 2013:156',
    verified: true,
  },
  {
    validFrom: '2026-01-01',
    value: 'riktalder',
    statute: 'lag 2022:894',
    source: 'rkrattsbaser.gov.se 2013:156',
    verified: true,
  },
];

/** Months from the start after which it is normally done. */
export const MONTHS_TO_DONE: readonly DatedValue<number>[] = [
  { validFrom: '2010-12-01', value: 12, statute: '2010:1138 4 §', source: 'SFS 2010:1138', verified: true },
];

/** Years from the first registration in a kommun after which the duty to offer it ends. */
export const YEARS_OF_DUTY: readonly DatedValue<number>[] = [
  { validFrom: '2013-05-01', value: 3, statute: '2013:156 4 §', source: 'SFS 2013:156', verified: true },
];

/** The place in the law of each ground of a permit. A new ground breaks the build here until somebody has read the law. */
const GROUNDS = {
  refugee: '2013:156 1 a § 1',
  alternativeProtection: '2013:156 1 a § 1',
  exceptionalGrounds: '2013:156 1 a § 1',
  quota: '2013:156 1 a § 1',
  temporaryProtection: '2013:156 1 a § 3',
  family: '2013:156 2 § 1-2',
} as const satisfies Record<PermitGround, string>;

/** Whether a person is in the law's group, by which rule. */
export type OrientationStanding =
  | { readonly isIn: true; readonly law: string }
  | { readonly isIn: false; readonly why: string; readonly law: string };

/** Where a person stands by age, occupation, citizenship and permit; registration apart. Undefined without birth and permit. */
export function orientationStanding(
  { birth, permit, occupation, origin }: CaseFacts,
  day: PlainDate,
): OrientationStanding | undefined {
  if (birth === undefined || permit === undefined) return undefined;
  if (!hasReached(birth.bornOn, LOWER_AGE, day)) {
    return { isIn: false, why: 'underOrientationAge', law: '2013:156 1 a §' };
  }
  if (hasReached(birth.bornOn, upperAgeOn(day), day)) {
    return { isIn: false, why: 'overOrientationAge', law: '2013:156 1 a §' };
  }
  if (occupation?.activity === 'gymnasium') {
    return { isIn: false, why: 'gymnasiumPupil', law: '2013:156 2 a §' };
  }
  if (origin?.citizenship !== undefined && isInEuEeaOrSwitzerland(origin.citizenship, day)) {
    return { isIn: false, why: 'citizenOfEea', law: '2013:156 2 a §' };
  }
  return { isIn: true, law: GROUNDS[permit.ground] };
}

/** When a course that was started is to be done: a target, since the förordning says "normally". */
export function orientationDue(startedOn: PlainDate): Due {
  const date = addMonths(startedOn, rowOn(MONTHS_TO_DONE, startedOn)?.value ?? 12);
  return { date, kind: 'target', rule: 'orientationWithinAYear', law: '2010:1138 4 §', whose: 'kommun' };
}

/** The day on which the kommun's duty to offer it has ended. The end of a duty is no act: not moved by a red day. */
export function orientationDutyEnds(firstRegisteredOn: PlainDate): PlainDate {
  return addYears(firstRegisteredOn, rowOn(YEARS_OF_DUTY, firstRegisteredOn)?.value ?? 3);
}

function upperAgeOn(day: PlainDate): number {
  const value = rowOn(UPPER_AGE, day)?.value ?? 65;
  return value === 'riktalder' ? riktalderOn(day) : value;
}
