import { APPEAL_OUTCOMES, APPLICATION_OUTCOMES, REVIEW_OUTCOMES } from '../domain/process/filings/outcomes';
import type { OutcomeDefinition, StepDefinition } from '../domain/process/steps/step-definition';

/** What may be said of many decisions alike; the pages tell it once. */
export const SHARED_OUTCOMES: Readonly<Record<string, Readonly<Record<string, OutcomeDefinition>>>> = {
  'an application': APPLICATION_OUTCOMES,
  'an omprövning': REVIEW_OUTCOMES,
  'a refusal and its appeal': APPEAL_OUTCOMES,
};

/** The sets that a step has whole. */
export function sharedSetsOf({ outcomes }: StepDefinition): readonly string[] {
  return Object.entries(SHARED_OUTCOMES)
    .filter(([, set]) => Object.keys(set).every((name) => name in outcomes))
    .map(([name]) => name);
}

/** The outcomes of a step besides those of the shared sets that it has whole. */
export function ownOutcomes(step: StepDefinition): Readonly<Record<string, OutcomeDefinition>> {
  const shared = sharedSetsOf(step).flatMap((set) => Object.keys(SHARED_OUTCOMES[set] ?? {}));
  return Object.fromEntries(Object.entries(step.outcomes).filter(([name]) => !shared.includes(name)));
}
