import type { CaseFacts, DatedFact, FactKind } from '../model/facts';
import type { PlainDate } from '../model/plain-date';

/**
 * What holds for one case on a day, from the dated facts of its person and household: of each kind the one valid
 * latest, and of several valid from the same day the last in the list. A person's own fact overrides the household's
 * of the same kind, also an older one: it was recorded of this person. Facts valid after the day do not count.
 */
export function factsAsOf(dated: readonly DatedFact[], day: PlainDate): CaseFacts {
  const chosen = new Map<FactKind, DatedFact>();
  for (const candidate of dated) {
    if (candidate.validFrom > day) continue;
    const present = chosen.get(candidate.fact.kind);
    if (present === undefined || outranks(candidate, present)) chosen.set(candidate.fact.kind, candidate);
  }
  const moved = movedKommunOn(dated, day);
  const entries = [...chosen].map(([kind, { fact, validFrom }]) => [kind, { ...fact, since: validFrom }]);
  const facts = Object.fromEntries(entries) as CaseFacts;
  return facts.stay && moved ? { ...facts, stay: { ...facts.stay, movedKommunOn: moved } } : facts;
}

/** The day since which the person has stayed in the present kommun, if another one came before. */
function movedKommunOn(dated: readonly DatedFact[], day: PlainDate): PlainDate | undefined {
  const stays = dated.filter(({ fact, validFrom }) => fact.kind === 'stay' && validFrom <= day);
  const days = [...new Set(stays.map(({ validFrom }) => validFrom))].sort();
  const kommuner = days.map((on) => kommunOn(stays, on));
  const lastOther = kommuner.findLastIndex((kommun) => kommun !== kommuner.at(-1));
  return lastOther === -1 ? undefined : days[lastOther + 1];
}

function kommunOn(stays: readonly DatedFact[], day: PlainDate): string | undefined {
  const known = stays.filter(({ validFrom }) => validFrom <= day);
  const chosen = known.reduce<DatedFact | undefined>(
    (present, stay) => (present === undefined || outranks(stay, present) ? stay : present),
    undefined,
  );
  return chosen?.fact.kind === 'stay' ? chosen.fact.kommun : undefined;
}

/** The first day after `day` on which a fact that is already recorded becomes valid, if any. */
export function nextFactDay(dated: readonly DatedFact[], day: PlainDate): PlainDate | undefined {
  return dated
    .map((fact) => fact.validFrom)
    .filter((validFrom) => validFrom > day)
    .sort()[0];
}

function outranks(candidate: DatedFact, present: DatedFact): boolean {
  const isPersonal = 'personId' in candidate.of;
  if (isPersonal !== 'personId' in present.of) return isPersonal;
  return candidate.validFrom >= present.validFrom;
}
