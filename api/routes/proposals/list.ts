import { z } from 'zod';
import { CaseId, MessageId } from '../../../domain/model/ids';
import { Instant } from '../../../domain/model/plain-date';
import { listProposals } from '../../../register/proposals/proposal';
import { ProposalAnswer, proposalAnswer, ProposalStateAnswer } from '../../answers/proposal';
import { defineEndpoint } from '../../endpoint';
import { proposalReader } from '../../messages/proposals/known';
import { cursorOf, cutPage, Limit, pageOf } from '../../paging';

/** GET /proposals: what waits for a second person, and what has been decided. */
export const listProposalsEndpoint = defineEndpoint({
  method: 'get',
  path: '/api/v1/proposals',
  tag: 'Proposals',
  summary: 'List proposals of the own agency and area, the oldest first',
  description: 'A manager sees those of the area; a coordinator, what they have proposed.',
  access: { roles: ['caseworker', 'coordinator', 'manager'] },
  auditEvent: 'list',
  query: z.strictObject({
    state: ProposalStateAnswer.optional(),
    whose: z
      .enum(['mine', 'toDecide'])
      .optional()
      .describe('mine: proposed by the caller; toDecide: standing, and proposed by others'),
    caseId: CaseId.optional(),
    limit: Limit,
    cursor: cursorOf(Instant, MessageId).optional(),
  }),
  status: 200,
  result: pageOf(ProposalAnswer, 'Proposals'),
  example: { identity: 'caseworker-kommun' },
  async handle({ caller, query: { limit, cursor, ...filters } }, { register }) {
    const after = cursor && { at: cursor[0], id: cursor[1] };
    const page = { limit: limit + 1, ...(after && { after }) };
    const found = (await listProposals(register, proposalReader(caller), filters, page)).map(proposalAnswer);
    const { rows, nextCursor } = cutPage(found, limit, ({ at, proposalId }) => [at, proposalId]);
    return {
      body: { items: rows, nextCursor },
      read: [...new Set(rows.map(({ caseId }) => caseId as CaseId))],
    };
  },
});
