import { addDays, addMonths, latest } from '../../law/calendar';
import { applicationDates, firstPaymentOf } from '../../law/etableringsersattning';
import type { StepId } from '../../model/ids';
import type { PlainDate } from '../../model/plain-date';
import type { PlannedStep } from '../../model/plan';
import { planMadeOn } from '../steps/arbetsformedlingen/programme';
import { firstRoundFrom } from './etableringsersattning-spans';
import type { LmaContext } from './under-lma';

import { afInskrivning, etableringssamtal } from '../steps/arbetsformedlingen/inskrivning';
import { handlingsplan } from '../steps/arbetsformedlingen/handlingsplan';
import { anvisningEtableringsprogrammet } from '../steps/arbetsformedlingen/anvisning';
import { expectedRule } from '../dates/expected-rule';
import { etableringsersattningKartlaggning } from '../steps/forsakringskassan/etableringsersattning';
import { delgivning } from '../steps/migrationsverket/delgivning';
import { pensionsformaner } from '../steps/pensionsmyndigheten';
import { flyttningsanmalan, personnummer } from '../steps/skatteverket/personnummer';
import type { StepContext, StepDefinition } from '../steps/step-definition';

/**
 * A day that something is expected on, and the last day on which that may be stated; `isEntitled` where only
 * the payer's own decision is missing.
 */
export type Expected = {
  readonly on: PlainDate;
  readonly sayableUntil: PlainDate;
  readonly isEntitled?: true;
};

/** The steps that lead to an income. Not read from the catalogue, which imports this file. */
const TO_AN_INCOME: readonly StepDefinition[] = [
  delgivning,
  etableringssamtal,
  afInskrivning,
  anvisningEtableringsprogrammet,
  etableringsersattningKartlaggning,
  flyttningsanmalan,
  personnummer,
  handlingsplan,
  pensionsformaner,
];

const usualTimes = new Map(TO_AN_INCOME.map(({ id, expectation }) => [id, expectation]));

const KARTLAGGNING = 'etableringsersattningKartlaggning' as StepId;
const ETABLERINGSERSATTNING = 'etableringsersattning' as StepId;
const HANDLINGSPLAN = 'handlingsplan' as StepId;
const PENSION = 'pensionsformaner' as StepId;

/** The day each income that is not decided yet may be expected to begin, in no order. It covers nothing until then. */
export function expectedIncomes(context: LmaContext): readonly Expected[] {
  const incomes = [
    // What is granted for kartläggning after its end pays for days that have gone.
    planMadeOn(context) === undefined ? expectedEnd(KARTLAGGNING, context) : undefined,
    expectedPayment(context),
    expectedEnd(PENSION, context),
  ];
  return incomes.filter((expected) => expected !== undefined);
}

/** The first payment of etableringsersättning: by a month's application, once the month of the plan has ended. */
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

/**
 * When a step on the way to an income may be expected to end: after its usual time; when that has passed after its long
 * time; of a blocked one its usual time after what it waits for. Undefined for a step that has ended, and where no day
 * can be expected: a fact is missing, the newcomer is to act, the long time has passed too.
 */
function expectedEnd(id: StepId, context: Pick<StepContext, 'planned' | 'today'>): Expected | undefined {
  const step = context.planned(id);
  switch (step?.status.kind) {
    case 'open':
    case 'paused':
      return endOfOpen(step, context.today);
    case 'blocked':
      return endOfBlocked(id, step.status, context);
    case 'cancelled':
    case 'done':
    case 'notApplicable':
    case undefined:
      return undefined;
  }
}

function endOfOpen({ stepId, dues }: PlannedStep, today: PlainDate): Expected | undefined {
  const usual = dues.find(({ rule }) => rule === expectedRule(stepId))?.date;
  const times = usualTimes.get(stepId);
  if (usual === undefined || times === undefined) return undefined;
  const on = [usual, addDays(usual, times.p90Days - times.medianDays)].find((day) => day >= today);
  return on && { on, sayableUntil: on };
}

function endOfBlocked(
  id: StepId,
  { by, facts, until }: PlannedStep['status'] & { kind: 'blocked' },
  context: Pick<StepContext, 'planned' | 'today'>,
): Expected | undefined {
  const ends = by.map((awaited) => expectedEnd(awaited, context));
  if (facts.length > 0 || ends.includes(undefined)) return undefined;
  const days = (ends as Expected[]).map(({ on }) => on);
  const [opensOn, ...others] = until === undefined ? days : [until, ...days];
  if (opensOn === undefined) return undefined;
  const [sayableUntil = opensOn] = (ends as Expected[]).map((end) => end.sayableUntil).sort();
  return { on: addDays(latest(opensOn, ...others), usualTimes.get(id)?.medianDays ?? 0), sayableUntil };
}
