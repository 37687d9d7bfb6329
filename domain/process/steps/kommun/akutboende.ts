import { isMinor } from '../../../law/age';
import { addDays } from '../../../law/calendar';
import { BISTAND_LAW, LMA_BAR_LAW } from '../../../law/social-aid';
import type { StepId } from '../../../model/ids';
import type { PlainDate } from '../../../model/plain-date';
import { demandDues } from '../../dates/application-days';
import { APPEAL_OUTCOMES, APPLICATION_OUTCOMES, DENIED_OR_DISMISSED } from '../../filings/outcomes';
import { isUnderLma, lmaAidOf } from '../../income/under-lma';
import { arrivalWithoutDelgivning, onceArrived } from '../after-arrival';
import { NOT_RECORDED } from '../not-recorded';
import type { Applicability, OutcomeDefinition, StepContext, StepDefinition } from '../step-definition';
import { akutboendeUnit } from './configuration';
import { isAnswered, monthlyWhile, monthUnrecorded, type Need } from './monthly-aid';

/** What socialnämnden may decide on an application for a month, besides a grant. */
export const AID_REFUSED_OR_UNREPORTED = {
  ...DENIED_OR_DISMISSED,
  notRecorded: NOT_RECORDED,
} as const satisfies Record<string, OutcomeDefinition>;

/** The day from which LMA bars no more, when it can be named. */
export function barredUntil(context: StepContext): PlainDate | undefined {
  const aid = lmaAidOf(context);
  return aid.kind === 'until' ? addDays(aid.lastDay, 1) : undefined;
}

/** A child lives on what the adults of the household are granted; one alone here is placed by socialnämnden. */
export function belongsToAdults({ facts, today }: StepContext): Applicability | undefined {
  return facts.birth && isMinor(facts.birth.bornOn, today)
    ? { kind: 'notApplicable', why: 'householdBenefit', law: BISTAND_LAW }
    : undefined;
}

/** From the day the household was known to have no home of its own. */
function homeless({ facts: { stay } }: StepContext): Need | undefined {
  return stay?.dwelling === 'none' || stay?.dwelling === 'acute' ? { from: stay.since } : undefined;
}

/** While there is no home, and for an application that has been answered until its matter is over. */
function needsRoof(context: StepContext): Applicability {
  const child = belongsToAdults(context);
  if (child) return child;
  if (isAnswered(context)) return { kind: 'applies' };
  if (context.facts.stay !== undefined && homeless(context) === undefined) {
    return { kind: 'notApplicable', why: 'hasDwelling', law: BISTAND_LAW };
  }
  if (isUnderLma(context)) {
    return { kind: 'notApplicable', why: 'barredByLma', law: LMA_BAR_LAW };
  }
  return onceArrived(context);
}

/** Emergency housing, decided month by month for as long as the household has no home of its own. */
export const akutboende: StepDefinition = {
  id: 'akutboende' as StepId,
  agency: 'kommun',
  kind: 'decision',
  law: BISTAND_LAW,
  answeredBy: 'caseworker',
  handedOver: false,
  after: [],
  needs: ['birth', 'stay'],
  alsoNeeds: arrivalWithoutDelgivning,
  appliesTo: needsRoof,
  outcomes: {
    granted: { effect: 'ends', by: 'agency', fields: { to: { type: 'date' } } },
    ...AID_REFUSED_OR_UNREPORTED,
    ...APPLICATION_OUTCOMES,
    ...APPEAL_OUTCOMES,
  },
  dues: (context) => demandDues(context, 'kommun'),
  recurs: monthlyWhile(homeless),
  endsByTime: monthUnrecorded,
  changesOn: (context) => [barredUntil(context)],
  reminderWeeks: [],
  expectation: {
    medianDays: 1,
    p90Days: 5,
    source: 'förväntan: genast, senast inom några dagar (ej verifierad)',
  },
  bring: ['permitCard', 'papersOfIncome'],
  sees: ['name', 'dossiernummer', 'personnummer', 'bornOn', 'kommun', 'dwelling'],
  unit: ({ facts, today }) => akutboendeUnit(facts, today),
  together: 'benefit',
};
