import { z } from 'zod';
import { text } from '../../../domain/model/text';
import { CaseAnswer } from '../../answers/case';
import { defineEndpoint } from '../../endpoint';
import { approve } from '../../messages/proposals/approve';
import { ChangeHeaders } from '../../entity-tag';
import { COMPLETION_PROBLEMS } from '../../messages/complete';
import { knownProposal, ProposalParams } from '../../messages/proposals/known';
import { MESSAGE_RESULTS } from '../../messages/send-message';

/** POST …/approval: a second person says yes. */
export const approveProposalEndpoint = defineEndpoint({
  method: 'post',
  path: '/api/v1/proposals/{proposalId}/approval',
  tag: 'Proposals',
  summary: 'Approve a proposal of a colleague: the completion is recorded',
  description:
    'By another caseworker of the same agency; whoever proposes may not approve. Where the case has changed so that it fits no more, that refusal is answered and the proposal is overtaken.',
  access: { roles: ['caseworker'] },
  auditEvent: 'completion',
  params: ProposalParams,
  headers: ChangeHeaders,
  idempotencyKey: 'required',
  body: z.strictObject({ note: text(2000).optional() }).meta({ id: 'Approval' }),
  status: 200,
  result: CaseAnswer,
  otherResults: MESSAGE_RESULTS,
  problems: [...COMPLETION_PROBLEMS, 'proposal-decided'],
  example: { identity: 'caseworker-kommun-2', body: { note: 'Läst och kontrollerat.' } },
  async handle({ caller, path, message, params: { proposalId }, headers, body: { note } }, services) {
    const proposal = await knownProposal(services.register, proposalId, caller);
    const ifMatch = headers['if-match'];
    return approve({ caller, path, message, ifMatch, proposal, note }, services);
  },
});
