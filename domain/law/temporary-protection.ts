/** Lag (2024:691) om folkbokföring av utlänningar med tillfälligt skydd i vissa fall, 5 §; before it FOL 4 § second paragraph. */
import type { PlainDate } from '../model/plain-date';
import { addDays, addMonths, latest } from './calendar';

const IN_FORCE = '2024-11-01' as PlainDate;
const MONTHS_OF_PERMIT = 12;
const MONTHS_EXPECTED = 6;
export const TEMPORARY_PROTECTION_LAW = 'lag 2024:691 5 §';

/** Whether and from when a person with temporary protection is to be registered. */
export type TemporaryProtectionRegistration =
  | { readonly kind: 'from'; readonly day: PlainDate }
  | { readonly kind: 'never'; readonly why: string; readonly law: string };

/**
 * Registration needs 12 months of total permit time and then 6 months more to be expected; a permit without an end is
 * expected to last. Permit time is counted from `validFrom`, which a renewed permit keeps from the first one.
 * Asked on a day before 1 November 2024 the answer is never: FOL 4 § then asked for three years.
 */
export function temporaryProtectionRegistration(
  permit: { readonly validFrom: PlainDate; readonly validTo?: PlainDate },
  today: PlainDate,
): TemporaryProtectionRegistration {
  if (today < IN_FORCE) {
    return {
      kind: 'never',
      why: 'temporaryProtectionUnderThreeYears',
      law: 'FOL 4 § i lydelsen före 2024-11-01',
    };
  }
  const day = latest(addMonths(permit.validFrom, MONTHS_OF_PERMIT), IN_FORCE);
  const lastOfExpected = addDays(addMonths(day, MONTHS_EXPECTED), -1);
  if (permit.validTo !== undefined && permit.validTo < lastOfExpected) {
    return { kind: 'never', why: 'temporaryProtectionTooShort', law: TEMPORARY_PROTECTION_LAW };
  }
  return { kind: 'from', day };
}

/** The day the law came into force, when it is still to come. */
export function temporaryProtectionChangeAfter(today: PlainDate): PlainDate | undefined {
  return today < IN_FORCE ? IN_FORCE : undefined;
}
