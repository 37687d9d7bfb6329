import { z } from 'zod';
import { MessageId } from '../../../domain/model/ids';
import { proposedItems } from '../../../register/proposals/proposal';
import { proposalTag, WholeProposalAnswer, wholeProposalAnswer } from '../../answers/proposal';
import { defineEndpoint, otherAnswer } from '../../endpoint';
import { knownProposal } from '../../messages/proposals/known';
import { isUnchanged, ReadHeaders } from '../../parameters';

/** GET /proposals/{proposalId}: all that was proposed. */
export const readProposalEndpoint = defineEndpoint({
  method: 'get',
  path: '/api/v1/proposals/{proposalId}',
  tag: 'Proposals',
  summary: 'Read a proposal with all that it says',
  access: { roles: ['caseworker', 'coordinator', 'manager'] },
  auditEvent: 'read',
  params: z.strictObject({ proposalId: MessageId }),
  headers: ReadHeaders,
  status: 200,
  result: WholeProposalAnswer,
  otherResults: { 304: { description: 'The reader has this version already' } },
  example: { identity: 'caseworker-kommun' },
  async handle({ caller, params: { proposalId }, headers }, { register }) {
    const proposal = await knownProposal(register, proposalId, caller);
    const items = await proposedItems(register, proposalId);
    const ETag = proposalTag(proposal, items);
    if (isUnchanged(headers['if-none-match'], ETag)) return otherAnswer(304, undefined, { ETag });
    return { body: wholeProposalAnswer(proposal, items), headers: { ETag }, read: [proposal.caseId] };
  },
});
