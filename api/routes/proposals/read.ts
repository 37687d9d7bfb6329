import { z } from 'zod';
import { MessageId } from '../../../domain/model/ids';
import { proposedItems } from '../../../register/proposals/proposal';
import { WholeProposalAnswer, wholeProposalAnswer } from '../../answers/proposal';
import { defineEndpoint } from '../../endpoint';
import { knownProposal } from '../../messages/proposals/known';

/** GET /proposals/{proposalId}: all that was proposed. */
export const readProposalEndpoint = defineEndpoint({
  method: 'get',
  path: '/api/v1/proposals/{proposalId}',
  tag: 'Proposals',
  summary: 'Read a proposal with all that it says',
  access: { roles: ['caseworker', 'coordinator', 'manager'] },
  auditEvent: 'read',
  params: z.strictObject({ proposalId: MessageId }),
  status: 200,
  result: WholeProposalAnswer,
  example: { identity: 'caseworker-kommun' },
  async handle({ caller, params: { proposalId } }, { register }) {
    const proposal = await knownProposal(register, proposalId, caller);
    const items = await proposedItems(register, proposalId);
    return { body: wholeProposalAnswer(proposal, items), read: [proposal.caseId] };
  },
});
