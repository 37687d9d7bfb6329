import { sql, type RawBuilder } from 'kysely';
import type { MessageId } from '../../domain/model/ids';

/** An undecided proposal, as it is shown with its step. */
export type StandingProposal = {
  readonly id: MessageId;
  readonly outcome: string;
  readonly by: string;
  /** When it was proposed, in PostgreSQL's text form. */
  readonly at: string;
};

/**
 * Returns SQL for a query of steps with this alias: the undecided proposal about the step, null when there is none.
 */
export function standingProposal(steps: string): RawBuilder<StandingProposal | null> {
  return sql<StandingProposal | null>`(
    select jsonb_build_object('id', p.id, 'outcome', t.outcome, 'by', p.proposed_by, 'at', p.at)
    from proposal_steps t join proposals p on p.id = t.proposal_id
    where t.case_id = ${sql.ref(`${steps}.case_id`)} and t.step_id = ${sql.ref(`${steps}.step_id`)}
      and p.state in ('proposed', 'approving') limit 1)`;
}
