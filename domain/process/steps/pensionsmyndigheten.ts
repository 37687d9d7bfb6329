import { addDays, addMonths, latest } from '../../law/calendar';
import { firstMonthDue, pensionFrom, supportYearFrom } from '../../law/pension';
import { isNotResident, NOT_RESIDENT_LAW } from '../../law/social-insurance';
import type { StepId } from '../../model/ids';
import type { PlainDate } from '../../model/plain-date';
import type { Due } from '../../model/plan';
import { demandDues, takenOn } from '../dates/application-days';
import { dayIn } from '../filings/answers';
import {
  APPEAL_OUTCOMES,
  APPLICATION_OUTCOMES,
  DENIED_OR_DISMISSED,
  REVIEW_OUTCOMES,
} from '../filings/outcomes';
import { AFTER_DELGIVNING, arrivalWithoutDelgivning, onceArrived } from './after-arrival';
import { NOT_RECORDED } from './not-recorded';
import type { Applicability, EndByTime, StepContext, StepDefinition } from './step-definition';

const DECISIONS = ['granted', 'denied', 'avvisad'];
const MONTHS_OF_RENEWALS = 24;
const MONTHS_OF_A_YEAR = 12;
/** Days after that year within which the decision may be reported before the case stops waiting; configuration. */
const DAYS_TO_REPORT = 60;

/** Those in whose month of riktålder or later we are, and who are resident by SFB: all three benefits need it (5:9). */
function ofPensionAge(context: StepContext): Applicability {
  const { facts, today } = context;
  if (facts.birth !== undefined && pensionFrom(facts.birth.bornOn, today) > today) {
    return { kind: 'notApplicable', why: 'underRiktalder', law: 'SFB 67:4, 74:7' };
  }
  if (isNotResident(facts)) {
    return { kind: 'notApplicable', why: 'temporaryProtectionNotResident', law: NOT_RESIDENT_LAW };
  }
  return onceArrived(context);
}

/** An application that the agency has taken was made in time, or no longer can be. */
function duesOf(context: StepContext): readonly Due[] {
  const { record, facts, today } = context;
  if (takenOn(context) !== undefined) return demandDues(context, 'pensionsmyndigheten');
  return [firstMonthDue(record.filingOpenedOn ?? today, facts)];
}

/** The year of äldreförsörjningsstöd that stands granted; undefined where none was, or the decision is another now. */
function supportFrom({ record }: StepContext): PlainDate | undefined {
  const decision = record.answers.findLast(({ outcome }) => DECISIONS.includes(outcome));
  const until = decision?.outcome === 'granted' ? dayIn(decision, 'supportUntil') : undefined;
  return until && supportYearFrom(until);
}

/** A decision that nobody reported by the end of the year it was asked for; it may still be reported. */
function notReported({ record, periodFrom, today }: StepContext): EndByTime {
  const opened = record.filingOpenedOn ?? today;
  const yearEnds = addMonths(periodFrom ?? opened, MONTHS_OF_A_YEAR);
  return { outcome: 'notRecorded', on: addDays(latest(yearEnds, opened), DAYS_TO_REPORT) };
}

/**
 * Garantipension, bostadstillägg and äldreförsörjningsstöd on one application. The support is granted for a year at
 * most and asked for anew (SFB 74:8); two years of it are followed, and no renewal to come keeps a case open.
 */
export const pensionsformaner: StepDefinition = {
  id: 'pensionsformaner' as StepId,
  agency: 'pensionsmyndigheten',
  kind: 'decision',
  law: 'SFB 55, 67, 74, 100-103 kap.',
  answeredBy: 'agencySystem',
  handedOver: true,
  after: AFTER_DELGIVNING,
  needs: ['birth', 'permit'],
  alsoNeeds: arrivalWithoutDelgivning,
  appliesTo: ofPensionAge,
  outcomes: {
    granted: {
      effect: 'ends',
      by: 'agency',
      fields: { from: { type: 'date' }, supportUntil: { type: 'date', optional: true } },
    },
    ...DENIED_OR_DISMISSED,
    notRecorded: NOT_RECORDED,
    ...APPLICATION_OUTCOMES,
    ...APPEAL_OUTCOMES,
    ...REVIEW_OUTCOMES,
  },
  dues: duesOf,
  reminderWeeks: [],
  expectation: { medianDays: 60, p90Days: 90, source: 'förväntan: 2-3 månader (gissning, ej verifierad)' },
  bring: ['permitDecision', 'papersOfIncome', 'papersOfRent', 'bankAccountNumber'],
  sees: ['name', 'dossiernummer', 'personnummer', 'bornOn', 'arrivedOn', 'permit', 'kommun', 'dwelling'],
  recurs: {
    everyMonths: 12,
    from: supportFrom,
    until: (context) => {
      const from = supportFrom(context);
      return from && addMonths(from, MONTHS_OF_RENEWALS);
    },
  },
  changesOn: ({ facts, today }) => [facts.birth && pensionFrom(facts.birth.bornOn, today)],
  endsByTime: notReported,
};
