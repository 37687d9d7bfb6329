import { addDays, firstOfMonthAfter } from '../../../law/calendar';
import { programmeAge } from '../../../law/programme-age';
import { mustLeaveProgramme } from '../../../law/programme-group';
import type { PlainDate } from '../../../model/plain-date';
import { sameAs } from '../follows-from';
import type { Applicability, StepContext } from '../step-definition';
import { ANVISNING_ETABLERINGSPROGRAMMET, HANDLINGSPLAN, planMadeOn, programmePeriod } from './programme';

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

/**
 * Whether a step of the programme concerns the person on a day: not when they may not be assigned to it, are outside
 * its age, when it has ended, or when they must leave it for work, gymnasium, parental leave or a long sick leave.
 */
export function inProgrammeOn(context: StepContext, day: PlainDate): Applicability {
  const outside = sameAs(ANVISNING_ETABLERINGSPROGRAMMET, context) ?? outsideProgrammeAge(context, day);
  if (outside) return outside;
  const period = programmePeriod(context);
  if (period !== undefined && day > period.lastDay) {
    return { kind: 'notApplicable', why: 'programmeEnded', law: '2017:820 15, 17-18 §§' };
  }
  const leaves = mustLeaveProgramme(context.facts);
  if (leaves === undefined || leaves.from > day) return { kind: 'applies' };
  return { kind: 'notApplicable', why: leaves.why, law: leaves.law };
}

/** Days on which that changes by itself: the day after the programme, and the day a sick leave has lasted too long. */
export function programmeChangesOn(context: StepContext): readonly (PlainDate | undefined)[] {
  const period = programmePeriod(context);
  return [period && addDays(period.lastDay, 1), mustLeaveProgramme(context.facts)?.from];
}

/** A day in the month that an occurrence of a monthly step is about; of the first, the day the plan was made. */
export function monthOf({ periodFrom, record, today }: StepContext): PlainDate {
  return periodFrom ?? record.openedOn ?? today;
}

/**
 * Whether what is reported or applied for month by month, in arrears, concerns a month: one of whose days the person was in
 * the programme when it, or the plan, began. A change in the middle of a month leaves that month as it was, for its
 * first days are still to be reported on and paid. Held back until the month has ended.
 */
export function ofProgrammeMonth(context: StepContext): Applicability {
  const month = monthOf(context);
  const standing = sameAs(HANDLINGSPLAN, context) ?? inProgrammeOn(context, month);
  if (standing.kind !== 'applies' || context.periodFrom === undefined) return standing;
  const opensOn = firstOfMonthAfter(month, 1);
  return opensOn > context.today ? { kind: 'until', until: opensOn, rule: 'monthInArrears' } : standing;
}

/** The months of the programme, from the one in which the first plan was made. */
export const MONTHLY_IN_PROGRAMME = {
  everyMonths: 1,
  from: planMadeOn,
  until: afterProgramme,
} as const;

function afterProgramme(context: StepContext): PlainDate | undefined {
  const period = programmePeriod(context);
  return period && addDays(period.lastDay, 1);
}
