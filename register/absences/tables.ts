import type { Generated } from 'kysely';
import type { CaseId, MessageId, StepId } from '../../domain/model/ids';
import type { PlainDate } from '../../domain/model/plain-date';
import type { Moment } from '../tables/columns';

type AbsencesTable = {
  /** The message's that asked for it. */
  id: MessageId;
  /** Subject of the one who is away. */
  subject: string;
  substitute: string;
  from_date: PlainDate;
  /** The last day. */
  to_date: PlainDate;
  created_by: string;
  created_at: Moment;
  ended_by: string | null;
  ended_at: Date | null;
  settled_at: Date | null;
};

type AbsenceStepsTable = {
  id: Generated<string>;
  absence_id: MessageId;
  case_id: CaseId;
  step_id: StepId;
  at: Moment;
  /** When it was given to somebody else, or went back. */
  closed_at: Date | null;
};

/** Who stands in for whom, and with which steps. */
export type AbsenceTables = { absences: AbsencesTable; absence_steps: AbsenceStepsTable };
