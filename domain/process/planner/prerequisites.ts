import type { FactKind } from '../../model/facts';
import type { StepId } from '../../model/ids';
import type { PlannedStep } from '../../model/plan';
import type { Prerequisite, StepContext, StepDefinition } from '../steps/step-definition';

/**
 * Where a prerequisite stands. `notApplicable` meets it, unless it does not apply *because* of a refusal further back;
 * a refusal that stands, or an end with another outcome, closes it for good.
 */
export type PrerequisiteStanding =
  | { readonly kind: 'met' }
  | { readonly kind: 'awaited' }
  | { readonly kind: 'closed'; readonly because: StepId };

/** Where one prerequisite stands in the plan so far. A step that is not in the catalogue is never met. */
export function standingOf(prerequisite: Prerequisite, step: PlannedStep | undefined): PrerequisiteStanding {
  const status = step?.status;
  if (status?.kind === 'notApplicable') {
    return status.because === undefined ? { kind: 'met' } : { kind: 'closed', because: status.because };
  }
  if (status?.kind !== 'done') return { kind: 'awaited' };
  const isMet = !status.refusal && prerequisite.outcomes.includes(status.outcome);
  return isMet ? { kind: 'met' } : { kind: 'closed', because: prerequisite.step };
}

/** The refusal that closes a step, if one does. */
export function closedBecauseOf({ after }: StepDefinition, { planned }: StepContext): StepId | undefined {
  for (const prerequisite of after) {
    const standing = standingOf(prerequisite, planned(prerequisite.step));
    if (standing.kind === 'closed') return standing.because;
  }
  return undefined;
}

/** Steps that must be done before this one. */
export function awaitedSteps({ after }: StepDefinition, { planned }: StepContext): readonly StepId[] {
  return after
    .filter((prerequisite) => standingOf(prerequisite, planned(prerequisite.step)).kind === 'awaited')
    .map((prerequisite) => prerequisite.step);
}

/** Facts that the step needs and the case lacks. */
export function missingFacts(definition: StepDefinition, context: StepContext): readonly FactKind[] {
  const needed = [...definition.needs, ...(definition.alsoNeeds?.(context) ?? [])];
  return needed.filter((kind) => context.facts[kind] === undefined);
}

/** Whether a step before this one has been opened again since this one was done. */
export function isPrerequisiteReopened({ after }: StepDefinition, { planned }: StepContext): boolean {
  return after.some(({ step }) => {
    const status = planned(step)?.status;
    if (status === undefined) return false;
    if (status.kind === 'done') return status.review === true;
    return status.kind === 'open' || status.kind === 'blocked' || status.kind === 'paused';
  });
}
