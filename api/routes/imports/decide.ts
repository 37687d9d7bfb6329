import { z } from 'zod';
import { CaseId } from '../../../domain/model/ids';
import { decide } from '../../../register/imports/decide';
import { defineEndpoint } from '../../endpoint';
import { ImportParams } from '../../imports/access';
import { changeOnce } from '../../imports/change';
import { Problem } from '../../problem';

const CandidateParams = ImportParams.extend({
  line: z.coerce.number().int().min(1).max(100_000_000).describe('The line of the row'),
});

const Decision = z
  .discriminatedUnion('decision', [
    z.strictObject({ decision: z.literal('new') }),
    z.strictObject({
      decision: z.literal('same'),
      caseId: CaseId.optional().describe('Which, where the row is like several'),
      line: z.number().int().optional().describe('The other row that it is'),
    }),
  ])
  .meta({ id: 'ImportDecision' });

/** POST /imports/{importId}/candidates/{line}: a person says whether the row is somebody who is there. */
export const decideCandidateEndpoint = defineEndpoint({
  method: 'post',
  path: '/api/v1/imports/{importId}/candidates/{line}',
  tag: 'Imports',
  summary: 'Say whether a row is somebody new',
  description:
    'The same person is not opened, nor the rest of the household; nothing of the row is added to the case.',
  access: { roles: ['coordinator'] },
  auditEvent: 'importDecision',
  idempotencyKey: 'required',
  params: CandidateParams,
  body: Decision,
  status: 200,
  result: z
    .object({ line: z.number().int(), outcome: z.enum(['waiting', 'duplicate']) })
    .meta({ id: 'Decided' }),
  example: { identity: 'coordinator', body: { decision: 'new' } },
  async handle({ caller, message, params: { importId, line }, body }, services) {
    const request = { caller, message, importId, kind: 'importDecision' as const, body: { line, ...body } };
    return changeOnce(request, services, async (trx) => {
      const outcome = await decide(trx, { ...body, importId, row: line, by: caller.subject });
      if (outcome === 'notWaiting')
        throw new Problem('no-word-awaited', `No decision about line ${line} is waited for.`);
      if (outcome === 'notAmongThem') {
        const reason = 'name the one case or row, of those that the row is like';
        throw new Problem('invalid-request', 'It is not clear which person is meant.', {
          invalidParameters: [{ name: 'caseId', reason }],
        });
      }
      return { status: 200, body: { line, outcome: body.decision === 'new' ? 'waiting' : 'duplicate' } };
    });
  },
});
