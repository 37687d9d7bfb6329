import { addDays, addMonths, firstOfMonthAfter, latest, monthEnd } from '../../../law/calendar';
import type { DatedValue } from '../../../law/dated';
import type { PlainDate } from '../../../model/plain-date';
import { dayIn, presentAnswers } from '../../filings/answers';
import type { EndByTime, Recurrence, StepContext } from '../step-definition';

/** Days and months by which an aid of socialnämnden is followed month by month. */
export type MonthlyAidTimes = {
  /** How long before the first day without income the first application opens. */
  readonly opensDaysBefore: number;
  /** By when an application is to be decided where the need is already there. */
  readonly decidedWithinDays: number;
  /** Days after the end of the month of the filing at which an unanswered one closes. */
  readonly notRecordedAfterDays: number;
  /** How long from the first application: afterwards it is socialnämnden's matter alone, and no step of the path. */
  readonly followedMonths: number;
};

/** Configuration of ours: SoL has no such days. */
export const MONTHLY_AID: DatedValue<MonthlyAidTimes> = {
  validFrom: '2025-07-01',
  value: { opensDaysBefore: 30, decidedWithinDays: 14, notRecordedAfterDays: 60, followedMonths: 36 },
  statute: 'none; configuration',
  source: 'ours: a month ahead; 36 months are the longest time in which the programme can be used',
  verified: false,
};

/** Days in need of an aid, both ends included; without `to` no end is in sight. */
export type Need = { readonly from: PlainDate; readonly to?: PlainDate };

/** Whether the present filing has an answer: then no change of the need removes it. */
export function isAnswered(context: StepContext): boolean {
  return presentAnswers(context).length > 0;
}

/**
 * An application now and one for every month that begins while the need lasts. The first has its own month and is
 * answered once; when a new need comes later, its first month is an occurrence like the others.
 */
export function monthlyWhile(needOf: (context: StepContext) => Need | undefined): Recurrence {
  return {
    everyMonths: 1,
    from: (context) => firstPeriod(context, needOf(context)),
    until: (context) => {
      const need = needOf(context);
      if (need === undefined) return firstOpenedOn(context);
      const followed = addMonths(firstOpenedOn(context), MONTHLY_AID.value.followedMonths);
      const after = need.to && addDays(need.to, 1);
      return after !== undefined && after < followed ? after : followed;
    },
  };
}

/** The end of an application whose answer nobody reports; counted anew from each answer meanwhile. */
export function monthUnrecorded(context: StepContext): EndByTime {
  const answeredOn = presentAnswers(context).map(({ on }) => on);
  const last = latest(monthEnd(context.record.filingOpenedOn ?? context.today), ...answeredOn);
  return { outcome: 'notRecorded', on: addDays(last, MONTHLY_AID.value.notRecordedAfterDays) };
}

/**
 * The first day of the first application's period, such that the month after it is the first that needs another one.
 * It must be known also when the need is over: the later occurrences stand behind it.
 */
function firstPeriod(context: StepContext, need: Need | undefined): PlainDate {
  const opened = firstOpenedOn(context);
  if (need === undefined) return opened;
  const grantedTo = firstGrantedTo(context);
  const from = need.from <= opened ? opened : beginningOf(need, opened, grantedTo);
  return grantedTo !== undefined && grantedTo > from ? grantedTo : from;
}

/** A need that comes long after the first application, or after what it granted, has its own month for the first. */
function beginningOf(need: Need, opened: PlainDate, grantedTo: PlainDate | undefined): PlainDate {
  const isSoon = need.from <= addDays(opened, MONTHLY_AID.value.opensDaysBefore);
  const isUsedUp = grantedTo !== undefined && grantedTo < need.from;
  return isSoon && !isUsedUp ? need.from : firstOfMonthAfter(need.from, -1);
}

function firstOpenedOn({ record, today }: StepContext): PlainDate {
  return record.openedOn ?? today;
}

/** The last day that the first application was granted for, however many months that is. */
function firstGrantedTo({ record }: StepContext): PlainDate | undefined {
  return dayIn(
    record.answers.findLast(({ fields }) => fields?.to !== undefined),
    'to',
  );
}
