import type { ColumnType, Generated } from 'kysely';
import type { AgencyId, ResponsibleParty, WaitingFor } from '../../domain/model/agency';
import type { PlanDigest } from '../../domain/model/assessment';
import type { CaseId, HouseholdId, KommunCode, PersonId, StepId } from '../../domain/model/ids';
import type { PlainDate } from '../../domain/model/plain-date';
import type {
  Due,
  Gap,
  Milestone,
  MilestoneKind,
  Plan,
  Protection,
  Representative,
  StepKind,
  StepStatus,
} from '../../domain/model/plan';
import type { StepRecord } from '../../domain/model/step-record';
import type { Json, JsonOrNull, Moment } from './columns';

type CasesTable = {
  id: CaseId;
  person_id: PersonId;
  household_id: HouseholdId;
  opened_on: PlainDate;
  state: 'open' | 'closed';
  closed_on: PlainDate | null;
  /** The workflow's revision that the projection shows. */
  revision: number;
  /** Grows with every change of the register's own (claims, notes); with `revision` it makes the ETag. */
  register_version: Generated<number>;
  run_id: string | null;
  rules_version: string;
  milestone: MilestoneKind | null;
  milestones: Json<readonly Milestone[]>;
  main_responsibility: ResponsibleParty;
  kommun: KommunCode | null;
  /** Why the case is technically stuck; null when it is not. */
  technical: JsonOrNull<{ kind: string; detail?: string }>;
  /** Since when `technical` has been so. */
  technical_since: Date | null;
  next_wake_at: Date | null;
  finish_on: PlainDate | null;
  gap: JsonOrNull<Gap>;
  representative: JsonOrNull<Representative>;
  /** Null until the case is planned anew by rules that know of it. */
  protection: JsonOrNull<Protection>;
  next: Json<Plan['next']>;
  /** What messages to the case are judged by. Null until it is next assessed where it was opened before the column. */
  digest: ColumnType<PlanDigest | null, string, string>;
  /** Case time of the assessment that wrote the projection. */
  assessed_at: Moment;
};

type CaseStepsTable = {
  case_id: CaseId;
  step_id: StepId;
  position: number;
  agency: AgencyId;
  kind: StepKind;
  law: string;
  /** The unit of the agency that handles it, where one is named. */
  unit: string | null;
  status: Json<StepStatus>;
  status_kind: StepStatus['kind'];
  waiting_for: WaitingFor | null;
  since: PlainDate | null;
  due_date: PlainDate | null;
  due_kind: Due['kind'] | null;
  dues: Json<readonly Due[]>;
  allowed: string[];
  filing: number;
  record: Json<StepRecord>;
  /** Kommun of stay of the case, for queues of one kommun. */
  kommun: KommunCode | null;
  /** The day of the nearest loss to the person that hangs on the step. */
  loss_on: PlainDate | null;
  /** Subject of the colleague whose step it is; written by the work on it, never by a plan. */
  assignee: string | null;
  assigned_at: Date | null;
  released_on: PlainDate | null;
};

/** Cases and their steps, as the last assessment left them. */
export type CaseTables = { cases: CasesTable; case_steps: CaseStepsTable };
