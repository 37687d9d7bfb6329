import { z } from 'zod';
import { decide } from '../../../register/imports/decide';
import { defineEndpoint } from '../../endpoint';
import { ChangeHeaders } from '../../entity-tag';
import { changeImport } from '../../imports/change';
import { CandidateParams, Decision, undecided } from '../../imports/decision';

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
  headers: ChangeHeaders,
  body: Decision,
  status: 200,
  result: z
    .object({ line: z.number().int(), outcome: z.enum(['waiting', 'duplicate']) })
    .meta({ id: 'Decided' }),
  problems: ['no-word-awaited'],
  example: { identity: 'coordinator', body: { decision: 'new' } },
  async handle({ caller, message, params: { importId, line }, headers, body }, services) {
    const request = {
      caller,
      message,
      importId,
      ifMatch: headers['if-match'],
      kind: 'importDecision' as const,
      asked: { row: line, ...body },
    };
    return changeImport(request, services, async (trx) => {
      const outcome = await decide(trx, { ...body, importId, row: line, by: caller.subject });
      if (outcome !== 'decided') throw undecided(outcome, line);
      return { status: 200, body: { line, outcome: body.decision === 'new' ? 'waiting' : 'duplicate' } };
    });
  },
});
