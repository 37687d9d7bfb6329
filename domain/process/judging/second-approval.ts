import { baseOf } from '../planner/recurrence';
import { stepDefinition } from '../steps/catalogue';

/** The outcomes, by step, that one person may propose and only another may decide. An authority's own rule. */
export type SecondApproval = Readonly<Record<string, readonly string[]>>;

/** Whether an outcome of a step, or of an occurrence of it, needs a second person. */
export function needsSecondPerson(rule: SecondApproval, stepId: string, outcome: string): boolean {
  const base = baseOf(stepId);
  return Object.hasOwn(rule, base) && (rule[base]?.includes(outcome) ?? false);
}

/** Names in a rule that match nothing: a step that the catalogue does not have, an outcome that no person enters. */
export function unknownNames(rule: SecondApproval): string[] {
  return Object.entries(rule).flatMap(([stepId, outcomes]) => {
    const step = stepDefinition(stepId);
    if (!step || step.id !== stepId) return [stepId];
    const isSayable = (outcome: string) =>
      Object.hasOwn(step.outcomes, outcome) && step.outcomes[outcome]?.by !== 'time';
    return outcomes.filter((outcome) => !isSayable(outcome)).map((outcome) => `${stepId}.${outcome}`);
  });
}
