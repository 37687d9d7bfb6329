import type { Generated } from 'kysely';
import type { AgencyId } from '../../domain/model/agency';
import type { CaseId, KommunCode, StepId } from '../../domain/model/ids';
import type { PlainDate } from '../../domain/model/plain-date';
import type { StuckReason } from '../../domain/process/stuck/reason';
import type { Json } from '../tables/columns';

type StuckSpansTable = {
  case_id: CaseId;
  from_date: PlainDate;
  /** The first day after the span; null while nothing in sight ends it. */
  to_date: PlainDate | null;
  since: PlainDate;
  root_step: StepId | null;
  root_agency: AgencyId | null;
  kommun: KommunCode | null;
  kinds: StuckReason['kind'][];
  /** Steps that wait for the root, directly or through others. */
  behind: StepId[];
  behind_count: number;
  reasons: Json<readonly StuckReason[]>;
};

/** Trouble that only the engine knows of. */
export type EngineTroubleKind = 'handOverFailing' | 'workflowTaskFailing' | 'workflowMissing';

type EngineTroubleTable = {
  case_id: CaseId;
  kind: EngineTroubleKind;
  /** Empty where it concerns the whole case. */
  step_id: Generated<string>;
  since: Date;
  attempts: number | null;
  /** Type of the last failure, never its text. */
  code: string | null;
};

/** All that can be technically wrong with a case. */
export type TroubleKind = EngineTroubleKind | 'planFailed' | 'misfit' | 'unconfirmed';

/** A view over all that is technically wrong with open cases. */
type CaseTroubleView = {
  case_id: CaseId;
  kind: TroubleKind;
  step_id: StepId | null;
  since: Date;
  attempts: number | null;
  code: string | null;
};

export type StuckTables = {
  stuck_spans: StuckSpansTable;
  engine_trouble: EngineTroubleTable;
  case_trouble: CaseTroubleView;
};
