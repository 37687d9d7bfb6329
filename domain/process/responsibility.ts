import { isMinor } from '../law/age';
import { programmeAge } from '../law/programme-age';
import type { AgencyId, ResponsibleParty } from '../model/agency';
import type { CaseFacts } from '../model/facts';
import type { PlainDate } from '../model/plain-date';
import { isUnderWay, type StepPlanned } from './step-in-hand';

/**
 * Who has the main responsibility for the person on a day: Migrationsverket while under LMA; socialnämnden for a minor
 * without parents here; until inskriven whoever holds the oldest open step; from then Arbetsförmedlingen for those of
 * programme age, and the kommun for all others, children and pensioners.
 */
export function responsibleFor(
  steps: readonly StepPlanned[],
  facts: CaseFacts,
  today: PlainDate,
  isInskriven: boolean,
): ResponsibleParty {
  if (facts.lma?.registered) return 'migrationsverket';
  if (isMinorAlone(facts, today)) return 'socialnamnden';
  if (!isInskriven) return holderOfOldest(steps) ?? 'kommun';
  return isOfProgrammeAge(facts, today) ? 'arbetsformedlingen' : 'kommun';
}

function isMinorAlone({ birth, family }: CaseFacts, today: PlainDate): boolean {
  return birth !== undefined && family?.parentsInSweden === false && isMinor(birth.bornOn, today);
}

function isOfProgrammeAge({ birth, family }: CaseFacts, today: PlainDate): boolean {
  return birth !== undefined && programmeAge(birth.bornOn, today, family?.parentsInSweden) === 'programme';
}

/** The agency of the step open longest; where none is, of the first that is held back. */
function holderOfOldest(steps: readonly StepPlanned[]): AgencyId | undefined {
  const [oldest] = steps
    .filter(({ planned }) => isUnderWay(planned.status))
    .toSorted((a, b) => openedOn(a).localeCompare(openedOn(b)));
  const held = steps.find(({ planned }) => planned.status.kind === 'blocked');
  return (oldest ?? held)?.definition.agency;
}

function openedOn({ record, context }: StepPlanned): PlainDate {
  return record.openedOn ?? context.today;
}
