import type { StepId } from '../../model/ids';
import type { PlainDate } from '../../model/plain-date';
import type { Due, Gap, Plan, PlannedStep } from '../../model/plan';

/** The part of a plan that decides whether its case is stuck: the register's projection holds it too. */
export type StuckPlan = Pick<Plan, 'asOf' | 'gap' | 'finished'> & { readonly steps: readonly StuckStep[] };
export type StuckStep = Pick<PlannedStep, 'stepId' | 'agency' | 'kind' | 'status' | 'dues'>;

/**
 * What makes a case stuck, each `since` the first day on which it did. `step` is the step to be seen to: for a gap or an
 * expiring permit the open one that all else waits for; absent where no step of the plan can help.
 */
export type StuckReason =
  | ({ readonly kind: 'overdue'; readonly step: StepId; readonly since: PlainDate } & Pick<
      Due,
      'rule' | 'law' | 'whose' | 'date'
    >)
  | { readonly kind: 'silent' | 'unowned'; readonly step: StepId; readonly since: PlainDate }
  | { readonly kind: 'gap'; readonly step?: StepId; readonly since: PlainDate; readonly gap: Gap }
  | {
      readonly kind: 'expiring';
      readonly step?: StepId;
      readonly since: PlainDate;
      readonly validTo: PlainDate;
    }
  | { readonly kind: 'technical'; readonly step?: StepId; readonly since: PlainDate };

/** What a plan does not know of its case. Everything left out counts as well. */
export type Situation = {
  /** An activity, a plan or a workflow task has kept failing since that day, for one step or for the whole case. */
  readonly technical?: { readonly since: PlainDate; readonly step?: StepId };
  /** Open steps that a caseworker answers and that nobody has taken, with the day since when nobody has. */
  readonly unownedSince?: { readonly [step: StepId]: PlainDate };
  /** The last day something happened to a step: a call, a note, a message. */
  readonly lastEventOn?: { readonly [step: StepId]: PlainDate };
};
