import { z } from 'zod';
import { AgencyId } from '../../domain/model/agency';
import { CaseId, MessageId, StepId } from '../../domain/model/ids';
import { Instant, PlainDate } from '../../domain/model/plain-date';
import type { AnswerItem } from '../../register/message-body';
import type { Proposal } from '../../register/proposals/proposal';
import type { StandingProposal } from '../../register/proposals/standing';
import { bodyTag } from '../entity-tag';

/** A proposal as it is shown with its step. */
export const StandingProposalAnswer = z
  .object({ id: MessageId, outcome: z.string(), by: z.string(), at: Instant })
  .meta({ id: 'StandingProposal', description: 'An outcome that waits for a second person’s approval' });

export const ProposalStateAnswer = z
  .enum(['proposed', 'approving', 'approved', 'rejected', 'overtaken'])
  .describe(
    'approving: approved, and on its way to the case; overtaken: the case had changed and it fitted no more',
  );

/** A completion that waits, or has waited, for a second person. */
export const ProposalAnswer = z
  .object({
    proposalId: MessageId,
    caseId: CaseId,
    agency: AgencyId.describe('Whose caseworkers decide'),
    state: ProposalStateAnswer,
    steps: z.array(z.object({ stepId: StepId, outcome: z.string() })),
    proposedBy: z.string(),
    at: Instant,
    revision: z.number().int().describe('The case’s revision that it was proposed on'),
    decidedBy: z.string().nullable(),
    decidedAt: Instant.nullable(),
    words: z.string().nullable().describe('The reason of a rejection, the note of an approval'),
  })
  .meta({ id: 'Proposal' });

/** A proposal with all that whoever decides must see. */
export const WholeProposalAnswer = ProposalAnswer.extend({
  items: z.array(
    z.object({
      stepId: StepId,
      outcome: z.string(),
      on: PlainDate,
      servedOn: PlainDate.optional(),
      fields: z.record(z.string(), z.string()),
      note: z.string().optional(),
    }),
  ),
}).meta({ id: 'WholeProposal' });

/** A proposal without its fields: for lists, and for whoever proposed it. */
export function proposalAnswer(proposal: Proposal): z.input<typeof ProposalAnswer> {
  const { id, kommun: _kommun, messageId: _messageId, at, decidedAt, steps, ...more } = proposal;
  return {
    ...more,
    proposalId: id,
    steps: steps.map(({ stepId, outcome }) => ({ stepId, outcome })),
    at: at.toISOString(),
    decidedAt: decidedAt?.toISOString() ?? null,
  };
}

/** A proposal with what it says of each step. */
export function wholeProposalAnswer(
  proposal: Proposal,
  items: readonly AnswerItem[],
): z.input<typeof WholeProposalAnswer> {
  return { ...proposalAnswer(proposal), items: [...items] };
}

/** The entity tag of a proposal. */
export function proposalTag(proposal: Proposal, items: readonly AnswerItem[]): string {
  return bodyTag(wholeProposalAnswer(proposal, items));
}

/** A standing proposal as a step shows it. */
export function standingProposalAnswer(proposal: StandingProposal): z.input<typeof StandingProposalAnswer> {
  return { ...proposal, at: new Date(proposal.at).toISOString() };
}
