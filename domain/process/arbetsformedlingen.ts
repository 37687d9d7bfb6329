import { programmeAge } from '../law/programme-age';
import type { FactKind } from '../model/facts';
import type { StepId } from '../model/ids';
import { AFTER_DELGIVNING, arrivalWithoutDelgivning, onceArrived } from './after-arrival';
import type { Applicability, StepContext, StepDefinition } from './step-definition';

const AGE_LAW = 'förordning 2017:820; lag 2022:896';

/** Those of programme age; others may register as ordinary jobseekers, which is no step of the path. */
function ofProgrammeAge(context: StepContext): Applicability {
  switch (standingByAge(context)) {
    case undefined:
      return { kind: 'applies' };
    case 'tooYoung':
      return { kind: 'notApplicable', why: 'underProgrammeAge', law: AGE_LAW };
    case 'tooOld':
      return { kind: 'notApplicable', why: 'overProgrammeAge', law: AGE_LAW };
    case 'programme':
    case 'dependsOnParents':
      return onceArrived(context);
  }
}

function standingByAge({ facts: { birth, family }, today }: StepContext) {
  return birth && programmeAge(birth.bornOn, today, family?.parentsInSweden);
}

/** At 18 and 19 somebody must first say whether there are parents here: else the talk would be lost in silence. */
function familyWhereItDecides(context: StepContext): readonly FactKind[] {
  return standingByAge(context) === 'dependsOnParents' ? ['family'] : [];
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
  alsoNeeds: (context) => [...arrivalWithoutDelgivning(context), ...familyWhereItDecides(context)],
  appliesTo: ofProgrammeAge,
  outcomes: {
    held: { effect: 'ends', by: 'agency', fields: {} },
    noShow: { effect: 'again', by: 'agency', fields: {} },
  },
  dues: () => [],
  reminderWeeks: [],
  expectation: { medianDays: 10, p90Days: 20, source: 'förväntan: 5-20 dagar (ej verifierad)' },
};
