/**
 * The catalogue: every step of the path, in order of prerequisites.
 *
 * To add a step: one object of type `StepDefinition` in `domain/process/<agency>.ts` (its statute's rules and dated
 * values in a file of their own in `domain/law/`), its name in the list below after the steps it waits for, a row in
 * `APPEAL_ROUTES` where it can refuse, and its table of tests in `test/rules/steps/<step>.test.ts`. Nothing else
 * changes: the planner, the workflow, the register and the API read this list.
 */
import { etableringssamtal } from './arbetsformedlingen';
import { kommunmote, sfi } from './kommun';
import { delgivning } from './migrationsverket';
import { flyttningsanmalan, personnummer } from './skatteverket';
import type { StepDefinition } from './step-definition';

/**
 * Version of rules and catalogue, by the day they were last changed. A case planned by an older one keeps its plan until
 * its next message or date.
 */
export const RULES_VERSION = '2026-11-22';

/** Every step, each after those it waits for. */
export const CATALOGUE: readonly StepDefinition[] = [
  delgivning,
  etableringssamtal,
  kommunmote,
  flyttningsanmalan,
  personnummer,
  sfi,
];

const byId: ReadonlyMap<string, StepDefinition> = new Map(CATALOGUE.map((step) => [step.id, step]));

/** The definition of a step by its id; undefined when the catalogue has none. */
export function stepDefinition(id: string): StepDefinition | undefined {
  return byId.get(id);
}
