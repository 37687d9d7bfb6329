import { addDays, firstOfMonthAfter, monthEnd } from '../../../law/calendar';
import type { PlainDate } from '../../../model/plain-date';
import { gapBefore } from '../../income/gap';
import type { StepContext } from '../step-definition';
import { MONTHLY_AID, type Need } from './monthly-aid';

const { opensDaysBefore, notRecordedAfterDays } = MONTHLY_AID.value;

/** The day of the household's request, while it is no older than an application is kept. */
export function requestedOn({ facts }: StepContext, day: PlainDate): PlainDate | undefined {
  const requested = facts.bistandRequest?.requestedOn;
  if (requested === undefined || requested > day) return undefined;
  return addDays(requested, notRecordedAfterDays) >= day ? requested : undefined;
}

/** The gap once its application may open; before that the request, of which one application comes; else the gap ahead. */
export function needOf(context: StepContext): Need | undefined {
  const gap = gapBefore(context);
  if (gap && addDays(gap.from, -opensDaysBefore) <= context.today) return gap;
  const requested = requestedOn(context, context.today);
  return requested === undefined ? gap : { from: requested, to: requested };
}

/** The part of the gap that this application could be for; a month that lies outside it needs none. */
export function gapOfPeriod(context: StepContext): Need | undefined {
  const { periodFrom, record, today } = context;
  const gap = gapBefore(context);
  if (gap === undefined || periodFrom === undefined) return gap;
  const isOver = gap.to !== undefined && gap.to < periodFrom;
  const isOfLater = (record.openedOn ?? today) < today && gap.from > monthEnd(periodFrom);
  return isOver || isOfLater ? undefined : gap;
}

/** The days on which the answer changes by itself because of the gap, the request or the bar of LMA. */
export function needChangesOn(context: StepContext): readonly (PlainDate | undefined)[] {
  const gap = gapBefore(context);
  const requested = context.facts.bistandRequest?.requestedOn;
  return [
    gap && addDays(gap.from, -opensDaysBefore),
    gap?.to && addDays(gap.to, 1),
    requested,
    requested && addDays(requested, notRecordedAfterDays + 1),
  ];
}

/** The month of a gap that begins so soon that its application is to be made now. */
export function monthOfComingGap(context: StepContext): PlainDate | undefined {
  const gap = gapBefore(context);
  if (gap === undefined || addDays(gap.from, -opensDaysBefore) > context.today) return undefined;
  return gap.from > context.today ? firstOfMonthAfter(gap.from, 0) : undefined;
}
