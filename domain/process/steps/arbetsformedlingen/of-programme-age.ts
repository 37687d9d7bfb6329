import { programmeAge } from '../../../law/programme-age';
import type { PlainDate } from '../../../model/plain-date';
import type { Applicability, StepContext } from '../step-definition';

const AGE_LAW = 'förordning 2017:820; lag 2022:896';

/** Why a person's age on a day keeps them out of the programme; undefined where it does not, or is not known. */
export function outsideProgrammeAge(
  { facts: { birth, family } }: Pick<StepContext, 'facts'>,
  day: PlainDate,
): (Applicability & { readonly kind: 'notApplicable' }) | undefined {
  switch (birth && programmeAge(birth.bornOn, day, family?.parentsInSweden)) {
    case 'tooYoung':
      return { kind: 'notApplicable', why: 'underProgrammeAge', law: AGE_LAW };
    case 'tooOld':
      return { kind: 'notApplicable', why: 'overProgrammeAge', law: AGE_LAW };
    case undefined:
    case 'programme':
    case 'dependsOnParents':
      return undefined;
  }
}
