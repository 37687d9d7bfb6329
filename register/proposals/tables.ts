import type { ColumnType, Generated } from 'kysely';
import type { AgencyId } from '../../domain/model/agency';
import type { CaseId, MessageId, StepId } from '../../domain/model/ids';
import type { AnswerItem } from '../message-body';
import type { Moment } from '../tables/columns';

/**
 * `approving`: a second person has said yes and the case has not taken it yet; `overtaken`: the case had changed, and
 * what was proposed no longer fitted.
 */
export type ProposalState = 'proposed' | 'approving' | 'approved' | 'rejected' | 'overtaken';

type ProposalsTable = {
  id: MessageId;
  case_id: CaseId;
  /** Whose colleagues may decide. */
  agency: AgencyId;
  proposed_by: string;
  at: Moment;
  /** The case's revision that it was proposed on. */
  revision: number;
  items: ColumnType<readonly AnswerItem[], string, never>;
  state: Generated<ProposalState>;
  decided_by: ColumnType<string | null, undefined, string | null>;
  decided_at: ColumnType<Date | null, undefined, Date | null>;
  words: ColumnType<string | null, undefined, string | null>;
  message_id: ColumnType<MessageId | null, undefined, MessageId | null>;
};

type ProposalStepsTable = {
  proposal_id: MessageId;
  case_id: CaseId;
  step_id: StepId;
  filing: number;
  outcome: string;
};

/** Completions that wait for a second person. */
export type ProposalTables = { proposals: ProposalsTable; proposal_steps: ProposalStepsTable };
