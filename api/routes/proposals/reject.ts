import { ProposalAnswer } from '../../answers/proposal';
import { defineEndpoint } from '../../endpoint';
import { ChangeHeaders } from '../../entity-tag';
import { changeRegister } from '../../messages/own-change';
import { knownProposal, ProposalParams } from '../../messages/proposals/known';
import { reject } from '../../messages/proposals/reject';
import { Reason } from '../steps/changes';

/** POST …/rejection: a second person says no, or whoever proposed takes it back. */
export const rejectProposalEndpoint = defineEndpoint({
  method: 'post',
  path: '/api/v1/proposals/{proposalId}/rejection',
  tag: 'Proposals',
  summary: 'Reject a proposal, or take back one’s own',
  description: 'With a reason, which whoever proposed is told. The step is as it was.',
  access: { roles: ['caseworker', 'coordinator'] },
  auditEvent: 'proposalRejected',
  params: ProposalParams,
  headers: ChangeHeaders,
  idempotencyKey: 'required',
  body: Reason,
  status: 200,
  result: ProposalAnswer,
  problems: ['proposal-decided'],
  example: { identity: 'caseworker-kommun-2', body: { reason: 'underlaget saknas' } },
  async handle({ caller, message, params: { proposalId }, headers, body: { reason } }, services) {
    const proposal = await knownProposal(services.register, proposalId, caller);
    const request = { caller, message, kind: 'proposalRejection' as const, caseId: proposal.caseId };
    const said = { messageId: message.id, caller, proposal, reason, ifMatch: headers['if-match'] };
    return changeRegister({ ...request, body: { proposalId, reason } }, services, (trx) => reject(trx, said));
  },
});
