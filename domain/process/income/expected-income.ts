import { addMonths, latest } from '../../law/calendar';
import { applicationDates, firstPaymentOf } from '../../law/etableringsersattning';
import type { StepId } from '../../model/ids';
import type { PlannedStep } from '../../model/plan';
import type { PlainDate } from '../../model/plain-date';
import { firstRoundFrom } from './etableringsersattning-spans';
import { type Expected, expectedEnd } from './expected-end';
import { planMadeOn } from './programme-aid';
import type { LmaContext } from './under-lma';

const KARTLAGGNING = 'etableringsersattningKartlaggning' as StepId;
const ETABLERINGSERSATTNING = 'etableringsersattning' as StepId;
const HANDLINGSPLAN = 'handlingsplan' as StepId;
const PENSION = 'pensionsformaner' as StepId;

/** The day each income that is not decided yet may be expected to begin, in no order. It covers nothing until then. */
export function expectedIncomes(context: LmaContext): readonly Expected[] {
  const incomes = [
    // What is granted for kartläggning after it is over pays for days that have gone.
    planMadeOn(context) === undefined ? expectedEnd(KARTLAGGNING, context) : undefined,
    expectedPayment(context),
    expectedEnd(PENSION, context),
  ];
  return incomes.filter((expected) => expected !== undefined);
}

/** The first payment of etableringsersättning: by a month's application, once the month of the plan is over. */
function expectedPayment(context: LmaContext): Expected | undefined {
  const step = context.planned(ETABLERINGSERSATTNING);
  if (step === undefined || !isToCome(step)) return undefined;
  const madeOn = planMadeOn(context);
  if (madeOn !== undefined) return paymentAfter(madeOn, step, context.today);
  const plan = expectedEnd(HANDLINGSPLAN, context);
  return plan && { on: applicationDates(plan.on).paidOn, sayableUntil: plan.sayableUntil };
}

/** An application that has come in is paid in its round, or in the next one while it is undecided; not if refused. */
function paymentAfter(
  madeOn: PlainDate,
  { status, dues }: PlannedStep,
  today: PlainDate,
): Expected | undefined {
  const { opensOn } = applicationDates(madeOn);
  if (status.kind !== 'open' || dues.some(({ rule }) => rule === 'applyForNextPayment')) {
    const appliedOn = latest(opensOn, today);
    return { on: firstPaymentOf(appliedOn), sayableUntil: lastDayOfRound(appliedOn), isEntitled: true };
  }
  if (status.why !== 'answerAwaited' && status.why !== 'meetingAwaited') return undefined;
  const on = firstRoundFrom(latest(firstPaymentOf(latest(opensOn, status.since)), today));
  return { on, sayableUntil: on, isEntitled: true };
}

/** The last day of application for the same payment as that of a day. */
function lastDayOfRound(appliedOn: PlainDate): PlainDate {
  const { applyBy } = applicationDates(addMonths(appliedOn, -1));
  return applyBy >= appliedOn ? applyBy : applicationDates(appliedOn).applyBy;
}

function isToCome({ status: { kind } }: PlannedStep): boolean {
  return kind === 'open' || kind === 'paused' || kind === 'blocked';
}
