import type { StepId } from '../../model/ids';
import type { StuckPlan, StuckStep } from './reason';

type Standing = { readonly step: StepId; readonly since: string };

/** For a step without a known day: after every day. */
const NEVER = '9999-12-31';

/**
 * The step at the end of a chain of waiting: itself where it is under way; else, of all the steps that it waits for
 * through as many others as it takes, the one under way longest. A step that lacks only a fact or a day holds itself.
 * Undefined where it has ended or does not apply.
 */
export function rootOf(plan: StuckPlan, stepId: string): StepId | undefined {
  const step = plan.steps.find((candidate) => candidate.stepId === stepId);
  return step && behind(step, plan)?.step;
}

function behind({ stepId, status }: StuckStep, plan: StuckPlan): Standing | undefined {
  if (status.kind === 'open' || status.kind === 'paused') return { step: stepId, since: status.since };
  if (status.kind !== 'blocked') return undefined;
  const awaited = plan.steps.filter((candidate) => status.by.includes(candidate.stepId));
  const roots = awaited.map((step) => behind(step, plan)).filter((root) => root !== undefined);
  return roots.toSorted(bySince)[0] ?? { step: stepId, since: NEVER };
}

function bySince(a: Standing, b: Standing): number {
  return a.since.localeCompare(b.since);
}
