import { proposedItems } from '../../../register/proposals/proposal';
import { proposalTag, WholeProposalAnswer, wholeProposalAnswer } from '../../answers/proposal';
import { defineEndpoint } from '../../endpoint';
import { ReadHeaders, UNCHANGED, unlessKnown } from '../../entity-tag';
import { knownProposal, ProposalParams } from '../../messages/proposals/known';

/** GET /proposals/{proposalId}: all that was proposed. */
export const readProposalEndpoint = defineEndpoint({
  method: 'get',
  path: '/api/v1/proposals/{proposalId}',
  tag: 'Proposals',
  summary: 'Read a proposal with all that it says',
  access: { roles: ['caseworker', 'coordinator', 'manager'] },
  auditEvent: 'read',
  params: ProposalParams,
  headers: ReadHeaders,
  status: 200,
  result: WholeProposalAnswer,
  otherResults: UNCHANGED,
  example: { identity: 'caseworker-kommun' },
  async handle({ caller, params: { proposalId }, headers }, { register }) {
    const proposal = await knownProposal(register, proposalId, caller);
    const items = await proposedItems(register, proposalId);
    return unlessKnown(headers, { ETag: proposalTag(proposal, items) }, () => ({
      body: wholeProposalAnswer(proposal, items),
      read: [proposal.caseId],
    }));
  },
});
