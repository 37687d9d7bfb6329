import { isMinor } from '../law/age';
import { hasReachedRiktalder, programmeAge } from '../law/programme-age';
import type { AgencyId, ResponsibleParty } from '../model/agency';
import type { CaseFacts } from '../model/facts';
import type { PlainDate } from '../model/plain-date';
import { isUnderWay, type StepPlanned } from './step-in-hand';

/**
 * Who has the main responsibility for the person on a day: Migrationsverket while under LMA; socialnämnden for a minor
 * without parents here; until inskriven whoever holds the oldest open step; then Arbetsförmedlingen for those of
 * programme age, and the kommun for other children, from riktåldern and for whoever is left.
 */
export function responsibleFor(
  steps: readonly StepPlanned[],
  facts: CaseFacts,
  today: PlainDate,
  isInskriven: boolean,
): ResponsibleParty {
  const { birth, family, lma } = facts;
  if (lma?.registered) return 'migrationsverket';
  if (birth && family?.parentsInSweden === false && isMinor(birth.bornOn, today)) return 'socialnamnden';
  if (!isInskriven) return holderOfOldest(steps) ?? 'kommun';
  if (birth === undefined || hasReachedRiktalder(birth.bornOn, today)) return 'kommun';
  const age = programmeAge(birth.bornOn, today, family?.parentsInSweden);
  return age === 'programme' ? 'arbetsformedlingen' : 'kommun';
}

/** The agency of the step open longest; where none is, of the first that is held back. */
function holderOfOldest(steps: readonly StepPlanned[]): AgencyId | undefined {
  const underWay = steps.filter(({ planned }) => isUnderWay(planned.status));
  const oldest = underWay.reduce<StepPlanned | undefined>(
    (first, step) => (first && openedOn(first) <= openedOn(step) ? first : step),
    undefined,
  );
  const held = steps.find(({ planned }) => planned.status.kind === 'blocked');
  return (oldest ?? held)?.definition.agency;
}

function openedOn({ record, context }: StepPlanned): PlainDate {
  return record.openedOn ?? context.today;
}
