import type { CaseFacts, Fact } from '../model/facts';
import type { PlainDate } from '../model/plain-date';
import type { OutcomeDefinition } from './step-definition';

const WHEREABOUTS: readonly Fact['kind'][] = ['registration', 'stay'];

/**
 * The facts that follow from an outcome, valid from `on`. Skyddad folkbokföring (FOL 16-17 §§) keeps where a person
 * lives out of every register: neither kommun is then overwritten from an outcome.
 */
export function followingFacts(
  outcome: OutcomeDefinition,
  fields: Readonly<Record<string, string>>,
  on: PlainDate,
  { protectedIdentity }: CaseFacts,
): readonly Fact[] {
  const facts = outcome.facts?.(fields, on) ?? [];
  if (protectedIdentity?.level !== 'skyddadFolkbokforing') return facts;
  return facts.filter(({ kind }) => !WHEREABOUTS.includes(kind));
}
