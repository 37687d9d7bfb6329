import type { AgencyId, WaitingFor } from '../../domain/model/agency';
import type { CaseId, HouseholdId, KommunCode, StepId } from '../../domain/model/ids';
import type { PlainDate } from '../../domain/model/plain-date';
import type { MilestoneKind, StepStatus } from '../../domain/model/plan';
import type { StuckReason } from '../../domain/process/stuck/reason';

/** Stuck on a day, for this reason or any, with this step or a step of this agency at the root. */
export type StuckFilter = {
  readonly asOf: PlainDate;
  readonly reason?: StuckReason['kind'];
  readonly step?: StepId;
  readonly agency?: AgencyId;
};

/** Which cases to list. All filters about a step must hold for one and the same step. */
export type CaseFilters = {
  /** With an open or paused step of this colleague; null: with an open step that has no assignee. */
  readonly assignee?: string | null;
  readonly stuck?: StuckFilter;
  readonly agency?: AgencyId;
  readonly step?: StepId;
  readonly stepStatus?: StepStatus['kind'];
  readonly waitingFor?: WaitingFor;
  readonly dueBefore?: PlainDate;
  readonly openSince?: PlainDate;
  readonly kommun?: KommunCode;
  readonly milestone?: MilestoneKind;
  readonly householdId?: HouseholdId;
};

/** Which cases an action on many cases is for. All filters about a step must hold for one and the same step. */
export type BulkFilters = Omit<CaseFilters, 'stuck'> & {
  /** Stuck for this reason. */
  readonly stuck?: StuckReason['kind'];
  /** Stuck with this step, or a step of this agency, at the root. */
  readonly rootStep?: StepId;
  readonly rootAgency?: AgencyId;
  /** Planned by rules older than these. */
  readonly rulesVersionBefore?: PlainDate;
};

/** The cases of an action on many: those that match filters, or these. */
export type Selection = { readonly filters: BulkFilters } | { readonly caseIds: readonly CaseId[] };
