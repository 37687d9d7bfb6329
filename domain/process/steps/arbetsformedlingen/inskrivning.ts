import { programmeAge } from '../../../law/programme-age';
import type { FactKind } from '../../../model/facts';
import type { StepId } from '../../../model/ids';
import { APPEAL_OUTCOMES } from '../../filings/outcomes';
import { AFTER_DELGIVNING, arrivalWithoutDelgivning, onceArrived } from '../after-arrival';
import { sameAs } from '../follows-from';
import type { StepContext, StepDefinition } from '../step-definition';
import { outsideProgrammeAge } from './in-programme';

const ETABLERINGSSAMTAL = 'etableringssamtal' as StepId;

/** At 18 and 19 it must first be known whether there are parents here: else the meeting would be dropped silently. */
function familyWhereItDecides({ facts: { birth, family }, today }: StepContext): readonly FactKind[] {
  const standing = birth && programmeAge(birth.bornOn, today, family?.parentsInSweden);
  return standing === 'dependsOnParents' ? ['family'] : [];
}

/**
 * The first meeting: kartläggning of what the person has done, with an interpreter (2017:820 3-6 §§). Only for those of
 * programme age; others may register as ordinary jobseekers, which is no step of the path.
 */
export const etableringssamtal: StepDefinition = {
  id: ETABLERINGSSAMTAL,
  agency: 'arbetsformedlingen',
  kind: 'meeting',
  law: 'förordning 2017:820 3-6 §§',
  answeredBy: 'caseworker',
  handedOver: true,
  after: AFTER_DELGIVNING,
  needs: ['birth'],
  alsoNeeds: (context) => [...arrivalWithoutDelgivning(context), ...familyWhereItDecides(context)],
  appliesTo: (context) => outsideProgrammeAge(context, context.today) ?? onceArrived(context),
  outcomes: {
    held: { effect: 'ends', by: 'agency', fields: {} },
    noShow: { effect: 'again', by: 'agency', fields: {} },
  },
  dues: () => [],
  reminderWeeks: [],
  expectation: { medianDays: 10, p90Days: 20, source: 'förväntan: 5-20 dagar (ej verifierad)' },
  bring: ['permitCard', 'grades', 'workCertificates'],
  sees: ['name', 'dossiernummer', 'bornOn'],
};

/** Enrolment as a jobseeker, which the assignment asks for (2017:820 5 §). */
export const afInskrivning: StepDefinition = {
  id: 'afInskrivning' as StepId,
  agency: 'arbetsformedlingen',
  kind: 'enrolment',
  law: 'förordning 2017:820 5 §; förordning 2000:628',
  answeredBy: 'caseworker',
  handedOver: false,
  after: [{ step: ETABLERINGSSAMTAL, outcomes: ['held'] }],
  needs: ['birth'],
  alsoNeeds: familyWhereItDecides,
  appliesTo: (context) =>
    sameAs(ETABLERINGSSAMTAL, context) ?? outsideProgrammeAge(context, context.today) ?? { kind: 'applies' },
  outcomes: {
    enrolled: { effect: 'ends', by: 'agency', fields: {} },
    notEnrolled: { effect: 'refuses', by: 'agency', fields: { why: { type: 'text' } } },
    ...APPEAL_OUTCOMES,
  },
  dues: () => [],
  reminderWeeks: [],
  expectation: { medianDays: 7, p90Days: 30, source: 'förväntan: 1-30 dagar (gissning, ej verifierad)' },
  bring: ['permitCard'],
  sees: ['name', 'dossiernummer', 'personnummer', 'bornOn', 'permit'],
};
