import type { SearchAttributeUpdatePair } from '@temporalio/common';
import { setCurrentDetails } from '@temporalio/workflow';
import type { PlanDigest } from '../domain/model/assessment';
import type { PlainDate } from '../domain/model/plain-date';
import { currentDetails } from '../domain/process/judging/current-details';
import type { CaseRun } from './case-run';
import { DueAt, Kommun, OpenAgencies, OpenSteps, WaitingSince } from './search-attributes';

/** The search attributes of a plan; an attribute without a value is unset. Dates stand for their midnight in UTC. */
export function searchAttributesOf({ open, kommun, dueOn, since }: PlanDigest): SearchAttributeUpdatePair[] {
  const agencies = new Set(open.map(({ agency }) => agency));
  return [
    { key: OpenSteps, value: open.map((step) => step.stepId) },
    { key: OpenAgencies, value: [...agencies] },
    { key: Kommun, value: kommun ?? null },
    { key: WaitingSince, value: midnight(since) },
    { key: DueAt, value: midnight(dueOn) },
  ];
}

/** Shows on the case's page in Temporal's own UI what is open, for whom and since when. Adds no event to history. */
export function showDetails(run: CaseRun, plan: PlanDigest): void {
  const details = currentDetails(plan, run.records);
  if (details !== run.shownDetails) setCurrentDetails(details);
  run.shownDetails = details;
}

function midnight(day: PlainDate | undefined): Date | null {
  return day ? new Date(`${day}T00:00:00Z`) : null;
}
