import { addDays, addMonths, firstOfMonthAfter, latest } from '../../law/calendar';
import type { Span } from '../../law/coverage';
import { applicationDates, firstPaymentOf } from '../../law/etableringsersattning';
import type { StepId } from '../../model/ids';
import type { PlainDate } from '../../model/plain-date';
import type { StepStatus } from '../../model/plan';
import { doneOn, inProgrammeUntil, planMadeOn } from '../steps/arbetsformedlingen/programme';
import type { LmaContext } from './under-lma';

const ETABLERINGSERSATTNING = 'etableringsersattning' as StepId;

/** Outcomes of a month after which its payment is to be expected as before. */
const PAID = ['granted', 'notRecorded'];
/** Why an open month is without payment. */
const REFUSED = ['refused', 'underReview', 'underAppeal'];

/** A month of aid, by its first day, with what became of it. */
type Month = { readonly first: PlainDate; readonly status: StepStatus | undefined };

/**
 * The days that payments of etableringsersättning cover: each from its own day until the next. Nothing before the first
 * payment of a grant; from then the aid runs month by month through the programme, except for months that were
 * refused. A later month that nobody has decided yet counts as paid: else every participant would always be about to
 * lose the income.
 */
export function etableringsersattningSpans(context: LmaContext): readonly Span[] {
  const lastDay = inProgrammeUntil(context);
  const madeOn = planMadeOn(context);
  if (lastDay === undefined || madeOn === undefined) return [];
  const months = monthsBegun(context, madeOn);
  const start = months.findIndex(({ status }) => doneOn(status, 'granted') !== undefined);
  const first = months[start];
  const grantedOn = doneOn(first?.status, 'granted');
  if (first === undefined || grantedOn === undefined) return [];
  let from = latest(paidFor(first.first), firstRoundFrom(grantedOn));
  const spans: Span[] = [];
  for (const month of months.slice(start + 1)) {
    const again = nextPaymentInsteadOf(month);
    if (again === undefined) continue;
    spans.push({ from, until: addDays(paidFor(month.first), -1) });
    from = latest(from, again);
  }
  return [...spans, { from, until: lastCoveredBy(lastDay) }];
}

/** The first day of payment on or after a day: that of the same month or of the next. */
export function firstRoundFrom(day: PlainDate): PlainDate {
  const inMonth = firstPaymentOf(firstOfMonthAfter(day, 0));
  return inMonth >= day ? inMonth : firstPaymentOf(firstOfMonthAfter(day, 1));
}

/** Payment of the aid for the month that a day lies in. */
function paidFor(day: PlainDate): PlainDate {
  return applicationDates(day).paidOn;
}

/** The last payment covers as many days as the programme had in its last month. */
function lastCoveredBy(lastDay: PlainDate): PlainDate {
  return addDays(paidFor(lastDay), +lastDay.slice(8, 10) - 1);
}

/** The months of aid since the plan was made. The first stands under the step's own id. */
function monthsBegun({ planned, today }: LmaContext, madeOn: PlainDate): readonly Month[] {
  let first = firstOfMonthAfter(madeOn, 0);
  const months: Month[] = [{ first, status: planned(ETABLERINGSERSATTNING)?.status }];
  for (first = addMonths(first, 1); first <= today; first = addMonths(first, 1)) {
    const id = `${ETABLERINGSERSATTNING}:${first.slice(0, 7)}` as StepId;
    months.push({ first, status: planned(id)?.status });
  }
  return months;
}

/** When money comes again where a month's payment did not come in its round: refused, or granted only afterwards. */
function nextPaymentInsteadOf(month: Month): PlainDate | undefined {
  if (isUnpaid(month)) return paidFor(addMonths(month.first, 1));
  const grantedOn = doneOn(month.status, 'granted');
  return grantedOn !== undefined && grantedOn > paidFor(month.first) ? firstRoundFrom(grantedOn) : undefined;
}

function isUnpaid({ status }: Month): boolean {
  if (status?.kind === 'done') return status.refusal === true || !PAID.includes(status.outcome);
  return status?.kind === 'open' && REFUSED.includes(status.why);
}
