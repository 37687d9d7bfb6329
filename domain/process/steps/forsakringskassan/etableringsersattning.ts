import { addMonths, latest } from '../../../law/calendar';
import { applicationDues, lastDayToApply } from '../../../law/etableringsersattning';
import type { StepId } from '../../../model/ids';
import { demandDues, takenOn } from '../../dates/application-days';
import {
  APPEAL_OUTCOMES,
  APPLICATION_OUTCOMES,
  DENIED_OR_DISMISSED,
  REVIEW_OUTCOMES,
} from '../../filings/outcomes';
import {
  inProgrammeOn,
  monthOf,
  ofProgrammeMonth,
  MONTHLY_IN_PROGRAMME,
} from '../arbetsformedlingen/in-programme';
import {
  ANVISNING_ETABLERINGSPROGRAMMET,
  HANDLINGSPLAN,
  programmePeriod,
} from '../arbetsformedlingen/programme';
import { NOT_RECORDED } from '../not-recorded';
import type { EndByTime, StepContext, StepDefinition } from '../step-definition';

/** Longer than FL 12 § allows for an answer to a demand, so that nobody loses it by time; configuration. */
const MONTHS_TO_REPORT = 12;

function notReported(context: StepContext, from = monthOf(context)): EndByTime {
  const opened = context.record.openedOn ?? context.today;
  return { outcome: 'notRecorded', on: addMonths(latest(from, opened), MONTHS_TO_REPORT) };
}

/** The lower aid while the plan is being made: paid oftener, and for any time back (2017:819 2:13, 10:5, 10:9). */
export const etableringsersattningKartlaggning: StepDefinition = {
  id: 'etableringsersattningKartlaggning' as StepId,
  agency: 'forsakringskassan',
  kind: 'payment',
  law: '2017:819 2:13, 10:5, 10:9',
  answeredBy: 'agencySystem',
  handedOver: true,
  after: [{ step: ANVISNING_ETABLERINGSPROGRAMMET, outcomes: ['assigned'] }],
  needs: [],
  appliesTo: (context) => inProgrammeOn(context, programmePeriod(context)?.from ?? context.today),
  outcomes: {
    granted: { effect: 'ends', by: 'agency', fields: { amount: { type: 'amount', optional: true } } },
    ...DENIED_OR_DISMISSED,
    notRecorded: NOT_RECORDED,
    ...APPLICATION_OUTCOMES,
    ...APPEAL_OUTCOMES,
    ...REVIEW_OUTCOMES,
  },
  dues: (context) => demandDues(context, 'forsakringskassan'),
  reminderWeeks: [],
  expectation: { medianDays: 20, p90Days: 45, source: 'förväntan: 2-6 veckor (gissning, ej verifierad)' },
  bring: ['permitDecision', 'bankAccountNumber'],
  sees: ['name', 'dossiernummer', 'personnummer', 'bornOn', 'permit', 'programme'],
  endsByTime: (context) => notReported(context),
};

/** Etableringsersättning for one month, applied for after it, with etableringstillägg and bostadsersättning. */
export const etableringsersattning: StepDefinition = {
  id: 'etableringsersattning' as StepId,
  agency: 'forsakringskassan',
  kind: 'payment',
  law: '2017:819 2:12-13, 3:10-16, 10:1-9',
  answeredBy: 'agencySystem',
  handedOver: true,
  after: [{ step: HANDLINGSPLAN, outcomes: ['made', 'renewed'] }],
  needs: [],
  appliesTo: ofProgrammeMonth,
  outcomes: {
    granted: {
      effect: 'ends',
      by: 'agency',
      fields: { from: { type: 'date' }, firstPayment: { type: 'date' } },
    },
    ...DENIED_OR_DISMISSED,
    notRecorded: NOT_RECORDED,
    ...APPLICATION_OUTCOMES,
    ...APPEAL_OUTCOMES,
    ...REVIEW_OUTCOMES,
  },
  dues: (context) => {
    const isApplied = takenOn(context) !== undefined;
    return isApplied ? demandDues(context, 'forsakringskassan') : applicationDues(monthOf(context));
  },
  reminderWeeks: [],
  expectation: {
    medianDays: 25,
    p90Days: 56,
    source: 'Försäkringskassan 2018: sökt till den 7, betalt den 26 (ej verifierad)',
  },
  bring: ['bankAccountNumber', 'papersOfRent'],
  sees: ['name', 'personnummer', 'bornOn', 'permit', 'programme', 'kommun', 'dwelling'],
  recurs: MONTHLY_IN_PROGRAMME,
  endsByTime: (context) => notReported(context, lastDayToApply(monthOf(context))),
};
