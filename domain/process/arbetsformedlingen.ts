import { programmeAge } from '../law/programme-age';
import type { StepId } from '../model/ids';
import { AFTER_DELGIVNING, arrivalWithoutDelgivning, onceArrived } from './after-arrival';
import type { Applicability, StepContext, StepDefinition } from './step-definition';

const AGE_LAW = 'förordning 2017:820; lag 2022:896';

/** Those of programme age; others may register as ordinary jobseekers, which is no step of the path. */
function ofProgrammeAge(context: StepContext): Applicability {
  const { birth, family } = context.facts;
  if (birth === undefined) return { kind: 'applies' };
  switch (programmeAge(birth.bornOn, context.today, family?.parentsInSweden)) {
    case 'tooYoung':
      return { kind: 'notApplicable', why: 'underProgrammeAge', law: AGE_LAW };
    case 'tooOld':
      return { kind: 'notApplicable', why: 'overProgrammeAge', law: AGE_LAW };
    case 'programme':
      return onceArrived(context);
  }
}

/** The first talk: kartläggning of what the person has done, with an interpreter (2017:820 3-6 §§). */
export const etableringssamtal: StepDefinition = {
  id: 'etableringssamtal' as StepId,
  agency: 'arbetsformedlingen',
  kind: 'meeting',
  law: 'förordning 2017:820 3-6 §§',
  answeredBy: 'caseworker',
  handedOver: true,
  after: AFTER_DELGIVNING,
  needs: ['birth'],
  alsoNeeds: arrivalWithoutDelgivning,
  appliesTo: ofProgrammeAge,
  outcomes: {
    held: { effect: 'ends', by: 'agency', fields: {} },
    noShow: { effect: 'again', by: 'agency', fields: {} },
  },
  dues: () => [],
  reminderWeeks: [],
  expectation: { medianDays: 10, p90Days: 20, source: 'förväntan: 5-20 dagar (ej verifierad)' },
};
