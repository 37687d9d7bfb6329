/** Skollagen (2010:800) 3:12 e, 7:10, 7:12, 15:5, 17:14 a and 29:2-3: whom school is for by age, and when it is to place them. */
import type { Due } from '../model/plan';
import type { PlainDate } from '../model/plain-date';
import { hasReached } from './age';
import { addMonths, movedToWorkingDay } from './calendar';
import type { DatedValue } from './dated';
import { rowOn } from './dated';
import { autumnTermOfAge, secondHalfOfAge } from './school-year';

/** School duty begins with the autumn term of the year in which a child turns six (7:10). */
export const SCHOOL_DUTY_AGE = 6;
const GRUNDSKOLA_AGE = 7;
/** Ten years of duty (7:12): ended by the spring term of the year in which the child turns sixteen. */
const LAST_OF_DUTY_AGE = 16;
/** Gymnasium may begin through the first half of the year in which one turns twenty (15:5). */
const LAST_OF_GYMNASIUM_AGE = 20;
const OF_AGE = 18;

/** Months from the reception of a pupil to the decision on a class, or to the study plan in språkintroduktion. */
export const PLACEMENT_MONTHS: readonly DatedValue<number>[] = [
  {
    validFrom: '2016-01-01',
    value: 2,
    statute: 'skollagen 3:12 e (lag 2015:246), 17:14 a (lag 2018:749)',
    source: 'SFS 2010:800 as of June 2025; the days of entry into force were not read',
    verified: true,
  },
];

/** The school that a person's age leads to. `gymnasium` is språkintroduktion for nearly every newcomer (17:12). */
export type SchoolForm = 'tooYoung' | 'forskoleklass' | 'grundskola' | 'gymnasium' | 'tooOld';

/**
 * The school form on a day. Deferred, prolonged or finished school duty (7:10, 7:13-14) is decided case by case and not
 * counted. `isOnlyUnderLma`: here with temporary protection and not yet to be registered, so resident by 29:2 second
 * paragraph alone; gymnasium must then begin before the 18th birthday (29:3, as Skolverket states it; not read).
 */
export function schoolForm(bornOn: PlainDate, day: PlainDate, isOnlyUnderLma: boolean): SchoolForm {
  if (day < autumnTermOfAge(bornOn, SCHOOL_DUTY_AGE)) return 'tooYoung';
  if (day < autumnTermOfAge(bornOn, GRUNDSKOLA_AGE)) return 'forskoleklass';
  if (day < secondHalfOfAge(bornOn, LAST_OF_DUTY_AGE)) return 'grundskola';
  if (isOnlyUnderLma && hasReached(bornOn, OF_AGE, day)) return 'tooOld';
  return day < secondHalfOfAge(bornOn, LAST_OF_GYMNASIUM_AGE) ? 'gymnasium' : 'tooOld';
}

/** Days on which the form changes by itself, besides the 18th birthday. */
export function schoolChanges(bornOn: PlainDate): readonly PlainDate[] {
  return [
    autumnTermOfAge(bornOn, SCHOOL_DUTY_AGE),
    autumnTermOfAge(bornOn, GRUNDSKOLA_AGE),
    secondHalfOfAge(bornOn, LAST_OF_DUTY_AGE),
    secondHalfOfAge(bornOn, LAST_OF_GYMNASIUM_AGE),
  ];
}

/**
 * What is owed after the reception of a pupil, by the form on that day: a class in grundskola (3:12 e), a study plan in
 * språkintroduktion (17:14 a), within two months. Förskoleklass has no such rule (3:12 b).
 */
export function placementDue(form: SchoolForm, receivedOn: PlainDate): Due | undefined {
  if (form !== 'grundskola' && form !== 'gymnasium') return undefined;
  const moved = movedToWorkingDay(addMonths(receivedOn, rowOn(PLACEMENT_MONTHS, receivedOn)?.value ?? 2));
  return form === 'grundskola'
    ? { ...moved, kind: 'duty', rule: 'classWithinTwoMonths', law: 'skollagen 3:12 e', whose: 'kommun' }
    : { ...moved, kind: 'duty', rule: 'studyPlanWithinTwoMonths', law: 'skollagen 17:14 a', whose: 'kommun' };
}
