import { preschoolChanges, preschoolDue, preschoolStanding } from '../../../law/preschool';
import { placementDue, schoolChanges, schoolForm, type SchoolForm } from '../../../law/school';
import type { StepId } from '../../../model/ids';
import type { PlainDate } from '../../../model/plain-date';
import type { Due } from '../../../model/plan';
import { presentAnswers } from '../../filings/answers';
import { arrivalWithoutDelgivning, onceArrived } from '../after-arrival';
import { heldByTemporaryProtection } from '../migrationsverket/temporary-protection-hold';
import type { Applicability, StepContext, StepDefinition } from '../step-definition';

/** A child for whom a place is asked for, held to the first birthday; or whom the kommun offers one by itself. */
function hasPreschoolAhead(context: StepContext): Applicability {
  const standing = preschoolStanding(context.facts, context.today);
  if (standing?.kind === 'none') {
    return { kind: 'notApplicable', why: standing.why, law: standing.law };
  }
  if (standing?.kind === 'asked' && standing.placeFrom > context.today) {
    return { kind: 'until', until: standing.placeFrom, rule: 'preschoolFromAgeOne' };
  }
  return onceArrived(context);
}

/** The offer that the kommun makes by itself has no last day that a case could know (8:14 c). */
function preschoolDues({ facts, today }: StepContext): readonly Due[] {
  const standing = preschoolStanding(facts, today);
  if (standing?.kind !== 'asked' || facts.preschoolRequest === undefined) return [];
  return [preschoolDue(facts.preschoolRequest.requestedOn, standing.placeFrom)];
}

/** Förskola in the kommun of stay: a place by request, or the direct offer of a child of three and more. */
export const forskola: StepDefinition = {
  id: 'forskola' as StepId,
  agency: 'kommun',
  kind: 'enrolment',
  law: 'skollagen 8:3-7, 8:14-14 c',
  answeredBy: 'caseworker',
  handedOver: false,
  after: [],
  needs: ['birth', 'stay'],
  alsoNeeds: arrivalWithoutDelgivning,
  appliesTo: hasPreschoolAhead,
  outcomes: {
    queued: { effect: 'stays', by: 'agency', fields: { from: { type: 'date' } } },
    placed: { effect: 'ends', by: 'agency', fields: { from: { type: 'date', optional: true } } },
    declinedOffer: { effect: 'ends', by: 'newcomer', fields: {} },
  },
  dues: preschoolDues,
  reminderWeeks: [],
  expectation: { medianDays: 60, p90Days: 120, source: 'förväntan: 0-120 dagar (ej verifierad)' },
  bring: ['permitCard'],
  sees: ['name', 'dossiernummer', 'personnummer', 'bornOn', 'kommun'],
  changesOn: ({ facts }) => (facts.birth ? preschoolChanges(facts.birth.bornOn) : []),
};

/** The reception on record of the present filing, the first if there are more. */
function receptionOf(context: StepContext) {
  return presentAnswers(context).find(({ outcome }) => outcome === 'received');
}

function schoolFormOn(day: PlainDate, context: StepContext): SchoolForm | undefined {
  const { birth, permit, registration } = context.facts;
  if (birth === undefined) return undefined;
  const mayBeUnderLma = permit?.ground === 'temporaryProtection' && registration === undefined;
  const isOnlyUnderLma = mayBeUnderLma && heldByTemporaryProtection({ ...context, today: day }) !== undefined;
  return schoolForm(birth.bornOn, day, isOnlyUnderLma);
}

/** From the autumn of the year one turns six through the spring one turns twenty; a pupil who was received is placed too. */
function ofSchoolAge(context: StepContext): Applicability {
  const form = schoolFormOn(context.today, context);
  if (form === 'tooYoung') return { kind: 'notApplicable', why: 'underSchoolAge', law: 'skollagen 7:10' };
  if (form === 'tooOld' && receptionOf(context) === undefined) {
    return { kind: 'notApplicable', why: 'overSchoolAge', law: 'skollagen 15:5, 29:3' };
  }
  return onceArrived(context);
}

/** What is owed from the day of reception, by the school form of that day. */
function schoolDues(context: StepContext): readonly Due[] {
  const reception = receptionOf(context);
  const form = reception && schoolFormOn(reception.on, context);
  const due = reception && form && placementDue(form, reception.on);
  return due ? [due] : [];
}

/**
 * School in the kommun of stay: förskoleklass, grundskola, or gymnasieskola with språkintroduktion. `declined` is for
 * those past school duty alone: before, nobody may decline (7:20).
 */
export const skola: StepDefinition = {
  id: 'skola' as StepId,
  agency: 'kommun',
  kind: 'enrolment',
  law: 'skollagen 3:12 e, 7:2, 7:10, 15:5, 17:12, 29:2, 29:6',
  answeredBy: 'caseworker',
  handedOver: false,
  after: [],
  needs: ['birth', 'stay'],
  alsoNeeds: arrivalWithoutDelgivning,
  appliesTo: ofSchoolAge,
  outcomes: {
    received: { effect: 'stays', by: 'agency', fields: { school: { type: 'text', optional: true } } },
    placed: { effect: 'ends', by: 'agency', fields: { class: { type: 'text', optional: true } } },
    declined: { effect: 'ends', by: 'newcomer', fields: {} },
  },
  dues: schoolDues,
  reminderWeeks: [],
  expectation: { medianDays: 30, p90Days: 60, source: 'förväntan: 1-2 månader (ej verifierad)' },
  bring: ['permitCard', 'grades'],
  sees: ['name', 'dossiernummer', 'personnummer', 'bornOn', 'kommun', 'grades'],
  changesOn: ({ facts }) => (facts.birth ? schoolChanges(facts.birth.bornOn) : []),
};
