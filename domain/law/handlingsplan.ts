/** Förordning (2000:628) 6 and 6 a §§: the individual plan and the activity report of a jobseeker. */
import type { Due } from '../model/plan';
import type { PlainDate } from '../model/plain-date';
import { addDays, addMonths, addWeeks, movedToWorkingDay } from './calendar';
import type { DatedValue } from './dated';
import { rowOn } from './dated';

const READ = 'text of the statute as published 2025-06-17';

type Rows = readonly [DatedValue<number>, ...DatedValue<number>[]];

/** Weeks from the end of its period within which a report must be in. The period itself, a month, is practice. */
export const REPORT_WITHIN_WEEKS: Rows = [
  { validFrom: '2018-01-01', value: 2, statute: '2000:628 6 a §', source: READ, verified: true },
];

/** Days that stand in for "as soon as possible" after the registration: the time that other jobseekers' plans have. */
export const PLAN_WITHIN_DAYS: Rows = [
  {
    validFrom: '2018-01-01',
    value: 30,
    statute: '2000:628 6 § second paragraph says as soon as possible; 30 days is its first paragraph',
    source: READ,
    verified: false,
  },
];

/** The first plan, for one who could have one from a day: a target, as the statute names no day. */
export function firstPlanDue(possibleFrom: PlainDate): Due {
  return {
    date: addDays(possibleFrom, valueOn(PLAN_WITHIN_DAYS, possibleFrom)),
    kind: 'target',
    rule: 'planAsSoonAsPossible',
    law: '2000:628 6 § andra stycket (riktmärke: 30 dagar)',
    whose: 'arbetsformedlingen',
  };
}

/**
 * A day in the month from which renewals are reckoned. They begin on the first of a month, so they begin a month early:
 * the last day of that month is then never more than six months after the plan.
 */
export function renewalsReckonedFrom(madeOn: PlainDate): PlainDate {
  return addMonths(madeOn, -1);
}

/** A renewal that began on the first of a month: by the end of it. A target: the last renewal's own day is not seen. */
export function renewalDue(beganOn: PlainDate): Due {
  return {
    date: addDays(addMonths(beganOn, 1), -1),
    kind: 'target',
    rule: 'renewPlan',
    law: '2000:628 6 § tredje stycket',
    whose: 'arbetsformedlingen',
  };
}

/** Last day to report on a period that ends on a day: two weeks after, an act (lag 1930:173). */
export function reportDue(periodEndsOn: PlainDate): Due {
  return {
    ...movedToWorkingDay(addWeeks(periodEndsOn, valueOn(REPORT_WITHIN_WEEKS, periodEndsOn))),
    kind: 'duty',
    rule: 'reportActivities',
    law: '2000:628 6 a §',
    whose: 'newcomer',
  };
}

function valueOn(rows: Rows, day: PlainDate): number {
  return (rowOn(rows, day) ?? rows[0]).value;
}
