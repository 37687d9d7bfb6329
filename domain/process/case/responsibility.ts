import { programmeAge } from '../../law/programme-age';
import { isUnaccompaniedMinor } from '../../law/unaccompanied-minors';
import type { AgencyId, ResponsibleParty } from '../../model/agency';
import type { CaseFacts } from '../../model/facts';
import type { StepId } from '../../model/ids';
import type { PlainDate } from '../../model/plain-date';
import { isUnderLma, type LmaContext } from '../income/under-lma';
import { isUnderWay, type PlacedStep } from '../planner/prepared-step';
import { programmePeriod, PROGRAMUPPFOLJNING } from '../steps/arbetsformedlingen/programme';

/**
 * Who has the main responsibility for the person on a day: Migrationsverket while under LMA; socialnämnden for a minor
 * without parents here; until inskriven the agency of the oldest open step; from then Arbetsförmedlingen for those of
 * programme age until the programme ends, and the kommun for all others: children, pensioners, those whose programme
 * has ended.
 */
export function responsibleFor(
  steps: readonly PlacedStep[],
  facts: CaseFacts,
  today: PlainDate,
  isInskriven: boolean,
): ResponsibleParty {
  const planned = (id: StepId) => steps.find(({ stepId }) => stepId === id)?.planned;
  if (isUnderLma({ facts, planned, today })) return 'migrationsverket';
  if (isUnaccompaniedMinor(facts, today)) return 'socialnamnden';
  if (!isInskriven) return holderOfOldest(steps) ?? 'kommun';
  if (!isOfProgrammeAge(facts, today)) return 'kommun';
  return isProgrammeOver({ facts, planned, today }) ? 'kommun' : 'arbetsformedlingen';
}

/** By the follow-up, or by time where that has no outcome; a person who was never assigned has no programme to end. */
function isProgrammeOver(context: LmaContext): boolean {
  if (context.planned(PROGRAMUPPFOLJNING)?.status.kind === 'done') return true;
  const period = programmePeriod(context);
  return period !== undefined && period.lastDay < context.today;
}

function isOfProgrammeAge({ birth, family }: CaseFacts, today: PlainDate): boolean {
  return birth !== undefined && programmeAge(birth.bornOn, today, family?.parentsInSweden) === 'programme';
}

/** The agency of the step open longest; where none is, of the first that is held back. */
function holderOfOldest(steps: readonly PlacedStep[]): AgencyId | undefined {
  const [oldest] = steps
    .filter(({ planned }) => isUnderWay(planned.status))
    .toSorted((a, b) => openedOn(a).localeCompare(openedOn(b)));
  const held = steps.find(({ planned }) => planned.status.kind === 'blocked');
  return (oldest ?? held)?.definition.agency;
}

function openedOn({ record, context }: PlacedStep): PlainDate {
  return record.openedOn ?? context.today;
}
