import { isMinor } from '../../../law/age';
import { CENTRE_SOURCE, centreAnswer, centreChanges } from '../../../law/etableringscentrum';
import type { StepId } from '../../../model/ids';
import { arrivalWithoutDelgivning, onceArrived } from '../after-arrival';
import { NOT_RECORDED, offerEnd } from '../not-recorded';
import type { Applicability, StepContext, StepDefinition } from '../step-definition';
import { centreOf } from './configuration';

const ETABLERINGSCENTRUM = 'etableringscentrum' as StepId;

/**
 * Where the kommun of stay has a centre: those of its target groups, and those whom it may take after assessment. While
 * the country of birth is not known the centre must ask itself: a fact that never comes is not to keep a case open.
 */
function inTargetGroup(context: StepContext): Applicability {
  const { facts, today } = context;
  if (facts.stay && centreOf(facts, today) === undefined) {
    return { kind: 'notApplicable', why: 'noCentreInKommun', law: CENTRE_SOURCE };
  }
  const answer = centreAnswer(facts, today);
  if (answer !== undefined && 'outside' in answer) {
    return { kind: 'notApplicable', why: answer.outside, law: CENTRE_SOURCE };
  }
  return onceArrived(context);
}

/** The centre's decision on whom it takes: by its target groups, or after an assessment of the person (group 2). */
export const etableringscentrum: StepDefinition = {
  id: ETABLERINGSCENTRUM,
  agency: 'kommun',
  kind: 'decision',
  law: CENTRE_SOURCE,
  answeredBy: 'caseworker',
  handedOver: false,
  after: [],
  needs: ['stay', 'permit'],
  alsoNeeds: arrivalWithoutDelgivning,
  appliesTo: inTargetGroup,
  outcomes: {
    accepted: { effect: 'ends', by: 'agency', fields: { group: { type: 'text' } } },
    outside: { effect: 'ends', by: 'agency', fields: { why: { type: 'text' } } },
    notRecorded: NOT_RECORDED,
  },
  dues: () => [],
  endsByTime: offerEnd,
  reminderWeeks: [],
  expectation: { medianDays: 14, p90Days: 30, source: 'förväntan: 2-4 veckor (ej verifierad)' },
  bring: ['permitCard', 'permitDecision'],
  sees: ['name', 'dossiernummer', 'personnummer', 'bornOn', 'kommun'],
  changesOn: ({ facts }) => centreChanges(facts),
  unit: ({ facts, today }) => centreOf(facts, today),
  together: 'visit',
};

/** For the accepted without a home of their own; the guidance is for the household, so no child has a case of it. */
function acceptedWithoutHome(context: StepContext): Applicability {
  const { facts, today, planned } = context;
  const centre = planned(ETABLERINGSCENTRUM)?.status;
  if (centre?.kind === 'notApplicable') {
    const { why, law = CENTRE_SOURCE } = centre;
    return { kind: 'notApplicable', why, law };
  }
  if (facts.birth && isMinor(facts.birth.bornOn, today)) {
    return { kind: 'notApplicable', why: 'householdBenefit', law: CENTRE_SOURCE };
  }
  return facts.stay?.dwelling === 'fixed'
    ? { kind: 'notApplicable', why: 'hasDwelling', law: CENTRE_SOURCE }
    : { kind: 'applies' };
}

/** Bostadsvägledning at the centre: how to find a home of one's own. */
export const bostadsvagledning: StepDefinition = {
  id: 'bostadsvagledning' as StepId,
  agency: 'kommun',
  kind: 'enrolment',
  law: CENTRE_SOURCE,
  answeredBy: 'caseworker',
  handedOver: false,
  after: [{ step: ETABLERINGSCENTRUM, outcomes: ['accepted'] }],
  needs: ['birth', 'stay'],
  appliesTo: acceptedWithoutHome,
  outcomes: {
    accepted: { effect: 'ends', by: 'agency', fields: {} },
    outside: { effect: 'ends', by: 'agency', fields: { why: { type: 'text' } } },
    notRecorded: NOT_RECORDED,
  },
  dues: () => [],
  endsByTime: offerEnd,
  reminderWeeks: [],
  expectation: { medianDays: 30, p90Days: 60, source: 'förväntan: 1-2 månader (ej verifierad)' },
  bring: ['papersOfIncome'],
  sees: ['name', 'dossiernummer', 'personnummer', 'bornOn', 'kommun', 'dwelling'],
  unit: ({ facts, today }) => centreOf(facts, today),
  together: 'benefit',
};
