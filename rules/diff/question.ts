import type { DatedFact } from '../../domain/model/facts';
import type { Plan } from '../../domain/model/plan';
import type { Instant, PlainDate } from '../../domain/model/plain-date';
import type { StepRecords } from '../../domain/model/step-record';

/** What both planners are asked about one case; one JSON line. */
export type Question = {
  readonly facts: readonly DatedFact[];
  readonly records: StepRecords;
  readonly day: PlainDate;
  readonly now: Instant;
};

/** A plan, which another version may have shaped otherwise; or the kind of defect that the planner threw. */
export type Answer = { readonly plan: Partial<Plan> } | { readonly failed: string };
