import type { CaseFacts, Fact } from '../../model/facts';
import type { PlainDate } from '../../model/plain-date';
import type { OutcomeDefinition } from '../steps/step-definition';

/**
 * The facts that follow from an outcome, valid from `on`. Skyddad folkbokföring (FOL 16-17 §§) keeps where a person
 * lives out of every register: that the person is registered follows, but neither kommun is overwritten by an outcome.
 */
export function followingFacts(
  outcome: OutcomeDefinition,
  fields: Readonly<Record<string, string>>,
  on: PlainDate,
  known: CaseFacts,
): readonly Fact[] {
  const facts = outcome.facts?.(fields, on) ?? [];
  if (known.protectedIdentity?.level !== 'skyddadFolkbokforing') return facts;
  return facts.filter(({ kind }) => kind !== 'stay').map((fact) => withoutNewKommun(fact, known));
}

function withoutNewKommun(fact: Fact, { registration }: CaseFacts): Fact {
  if (fact.kind !== 'registration') return fact;
  const { kind, from } = fact;
  const kommun = registration?.kommun;
  return { kind, from, ...(kommun === undefined ? {} : { kommun }) };
}
