import { addDays } from '../../../law/calendar';
import { BISTAND_LAW, LMA_BAR_LAW } from '../../../law/social-aid';
import type { StepId } from '../../../model/ids';
import type { Due } from '../../../model/plan';
import { demandDues } from '../../dates/application-days';
import { APPEAL_OUTCOMES, APPLICATION_OUTCOMES } from '../../filings/outcomes';
import { gapBefore } from '../../income/gap';
import { isUnderLma } from '../../income/under-lma';
import { arrivalWithoutDelgivning, onceArrived } from '../after-arrival';
import type { Applicability, StepContext, StepDefinition } from '../step-definition';
import { AID_REFUSED_OR_UNREPORTED, barredUntil, belongsToAdults } from './akutboende';
import { gapOfPeriod, monthOfComingGap, needChangesOn, needOf, requestedOn } from './bistand-need';
import { bistandUnit } from './configuration';
import { isAnswered, MONTHLY_AID, monthlyWhile, monthUnrecorded, type Need } from './monthly-aid';

const { opensDaysBefore, decidedWithinDays } = MONTHLY_AID.value;

/** On request at once; else from a month before the gap; and what has been answered until its matter is over. */
function needsIncome(context: StepContext): Applicability {
  const child = belongsToAdults(context);
  if (child) return child;
  if (isAnswered(context)) return { kind: 'applies' };
  const { today, record } = context;
  const isBarred = isUnderLma(context);
  if (requestedOn(context, record.openedOn ?? today) && !isBarred) return onceArrived(context);
  const gap = gapOfPeriod(context);
  if (gap !== undefined) return fromDaysBefore(gap, context);
  return isBarred
    ? { kind: 'notApplicable', why: 'barredByLma', law: LMA_BAR_LAW }
    : { kind: 'notApplicable', why: 'noGap', law: BISTAND_LAW };
}

/** LMA bars for its own days alone, so the application for the days after them is made while it still lasts. */
function fromDaysBefore(gap: Need, context: StepContext): Applicability {
  const opensOn = addDays(gap.from, -opensDaysBefore);
  if (opensOn > context.today) return { kind: 'until', until: opensOn, rule: 'bistandBeforeGap' };
  return onceArrived(context);
}

/** Decided before the gap that it was opened for begins; where the need is already there, within some days. */
function bistandDues(context: StepContext): readonly Due[] {
  const filed = context.record.filingOpenedOn ?? context.today;
  const from = gapBefore(context)?.from;
  const isAhead = from !== undefined && from > filed && addDays(from, -opensDaysBefore) <= filed;
  const date = isAhead ? addDays(from, -1) : addDays(filed, decidedWithinDays);
  const law = `${BISTAND_LAW}; dagarna är konfiguration`;
  return [
    { date, kind: 'target', rule: 'bistandInTime', law, whose: 'kommun' },
    ...demandDues(context, 'kommun'),
  ];
}

/**
 * Ekonomiskt bistånd for the household, month by month while no income covers it ("glappersättning"). Of a part that is
 * refused an appeal may be reported by reopening the step.
 */
export const ekonomisktBistand: StepDefinition = {
  id: 'ekonomisktBistand' as StepId,
  agency: 'kommun',
  kind: 'decision',
  law: BISTAND_LAW,
  answeredBy: 'caseworker',
  handedOver: false,
  after: [],
  needs: ['birth', 'stay'],
  alsoNeeds: arrivalWithoutDelgivning,
  appliesTo: needsIncome,
  outcomes: {
    granted: {
      effect: 'ends',
      by: 'agency',
      fields: { to: { type: 'date' }, amount: { type: 'amount', optional: true } },
    },
    partly: { effect: 'ends', by: 'agency', fields: { to: { type: 'date' }, grounds: { type: 'text' } } },
    ...AID_REFUSED_OR_UNREPORTED,
    ...APPLICATION_OUTCOMES,
    ...APPEAL_OUTCOMES,
  },
  dues: bistandDues,
  recurs: { ...monthlyWhile(needOf), opensAhead: monthOfComingGap },
  endsByTime: monthUnrecorded,
  changesOn: (context) => [barredUntil(context), ...needChangesOn(context)],
  reminderWeeks: [],
  expectation: { medianDays: 14, p90Days: 30, source: 'förväntan: 2-4 veckor (ej verifierad)' },
  bring: ['permitCard', 'papersOfIncome', 'papersOfRent', 'bankAccountNumber'],
  sees: ['name', 'dossiernummer', 'personnummer', 'bornOn', 'kommun', 'dwelling', 'benefit', 'programme'],
  unit: ({ facts, today }) => bistandUnit(facts, today),
  together: 'benefit',
};
