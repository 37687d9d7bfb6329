import { z } from 'zod';
import { PlainDate } from '../../../domain/model/plain-date';
import { text } from '../../../domain/model/text';
import { CaseAnswer } from '../../answers/case';
import { defineEndpoint } from '../../endpoint';
import { ChangeHeaders } from '../../entity-tag';
import { CaseParams } from '../../parameters';
import { MESSAGE_PROBLEMS, MESSAGE_RESULTS, sendMessage } from '../../messages/send-message';

const Withdrawal = z
  .strictObject({
    reason: text(500),
    on: PlainDate.describe('The day from which the case is withdrawn'),
    source: text(200).default('coordinator'),
  })
  .meta({ id: 'Withdrawal' });

/** POST …/withdrawal: the case ends, with a reason. */
export const withdrawCaseEndpoint = defineEndpoint({
  method: 'post',
  path: '/api/v1/cases/{caseId}/withdrawal',
  tag: 'Cases',
  summary: 'Withdraw a case',
  description: 'Every open step is cancelled, and what agencies were handed is taken back first.',
  access: { roles: ['coordinator'], within: 'case' },
  auditEvent: 'withdrawal',
  params: CaseParams,
  headers: ChangeHeaders,
  idempotencyKey: 'required',
  body: Withdrawal,
  status: 200,
  result: CaseAnswer,
  otherResults: MESSAGE_RESULTS,
  problems: [...MESSAGE_PROBLEMS, 'after-case-time'],
  example: { identity: 'coordinator', body: { reason: 'flyttat utomlands', on: '2026-11-20' } },
  async handle({ caller, path, message, params: { caseId }, headers, body }, services) {
    const { on, reason, source } = body;
    const fact = { fact: { kind: 'withdrawal', reason }, appliesTo: 'person', validFrom: on, source };
    const request = {
      caller,
      path,
      message,
      caseId,
      ifMatch: headers['if-match'],
      kind: 'withdrawal' as const,
    };
    return sendMessage({ ...request, items: [{ on }], body: { facts: [fact], items: [] } }, services);
  },
});
