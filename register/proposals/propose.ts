import type { AgencyId } from '../../domain/model/agency';
import type { CaseId, KommunCode, MessageId, StepId } from '../../domain/model/ids';
import type { Register } from '../database';
import { appendLedger } from '../ledger';
import type { AnswerItem } from '../message-body';
import { listColleagues, mayTake } from '../work/colleagues';
import { addToInbox } from '../work/inbox';
import { touchCase } from '../work/own-change';
import { findProposal, type Proposal, type ProposedStep } from './proposal';

/** A completion that must be approved by a second person. */
export type NewProposal = {
  readonly id: MessageId;
  readonly caseId: CaseId;
  readonly kommun: KommunCode | null;
  readonly agency: AgencyId;
  readonly proposedBy: string;
  readonly revision: number;
  readonly items: readonly AnswerItem[];
  readonly steps: readonly ProposedStep[];
};

/**
 * Stores a proposal, records it in the ledger by steps, outcomes and days, and notifies the colleagues who may
 * decide. Nothing else changes in the case. The caller holds the case's row.
 */
export async function propose(trx: Register, proposal: NewProposal): Promise<Proposal> {
  const { id, caseId, agency, proposedBy, revision, items, steps } = proposal;
  const row = { id, case_id: caseId, agency, proposed_by: proposedBy, revision };
  await trx
    .insertInto('proposals')
    // To the millisecond, which is what a place in the list is written in.
    .values({ ...row, at: new Date(), items: JSON.stringify(items) })
    .execute();
  await trx
    .insertInto('proposal_steps')
    .values(
      steps.map(({ stepId, ...step }) => ({ proposal_id: id, case_id: caseId, step_id: stepId, ...step })),
    )
    .execute();
  const told = items.map(({ stepId, outcome, on, servedOn }) => ({ stepId, outcome, on, servedOn }));
  const content = { proposalId: id, items: told };
  await appendLedger(trx, caseId, [
    { eventKey: id, messageId: id, kind: 'proposal', actor: proposedBy, content },
  ]);
  await tellTeam(trx, proposal);
  await touchCase(trx, caseId);
  const kept = await findProposal(trx, id);
  if (!kept) throw new TypeError(`proposal ${id} is gone`);
  return kept;
}

async function tellTeam(trx: Register, { id, caseId, agency, kommun, proposedBy, steps }: NewProposal) {
  const colleagues = await listColleagues(trx, agency);
  const team = colleagues.filter((one) => one.subject !== proposedBy && mayTake(one, { agency, kommun }));
  const [first] = steps;
  await addToInbox(
    trx,
    team.map(({ subject }) => ({
      recipient: subject,
      kind: 'proposal' as const,
      eventKey: id,
      caseId,
      ...(first && { stepId: first.stepId }),
      content: { proposalId: id, by: proposedBy, steps: steps.map(({ stepId }) => stepId) },
    })),
  );
}

/** Returns the undecided proposals of a case about any of these steps. */
export async function standingAbout(
  trx: Register,
  caseId: CaseId,
  stepIds: readonly StepId[],
): Promise<Proposal[]> {
  const rows = await trx
    .selectFrom('proposal_steps')
    .innerJoin('proposals', 'proposals.id', 'proposal_steps.proposal_id')
    .select('proposals.id')
    .distinct()
    .where('proposal_steps.case_id', '=', caseId)
    .where('proposal_steps.step_id', 'in', [...stepIds])
    .where('proposals.state', 'in', ['proposed', 'approving'])
    .execute();
  const found = await Promise.all(rows.map(({ id }) => findProposal(trx, id)));
  return found.filter((proposal) => proposal !== undefined);
}
