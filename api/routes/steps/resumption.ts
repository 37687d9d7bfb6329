import { CaseAnswer } from '../../answers/case';
import { defineEndpoint } from '../../endpoint';
import { ChangeHeaders, StepParams } from '../../parameters';
import { MESSAGE_RESULTS } from '../../messages/send-message';
import { restStep } from './rest';
import { Reason } from './restart';

/** POST …/resumption: a paused step goes on. */
export const resumeStepEndpoint = defineEndpoint({
  method: 'post',
  path: '/api/v1/cases/{caseId}/steps/{stepId}/resumption',
  tag: 'Steps',
  summary: 'Let a paused step go on',
  description: 'Its targets and expectations have moved by the days that it rested.',
  access: { roles: ['caseworker', 'system', 'coordinator'], within: 'case' },
  auditEvent: 'resumption',
  params: StepParams,
  headers: ChangeHeaders,
  idempotencyKey: 'required',
  body: Reason,
  touches: ({ params: { stepId } }) => [{ stepId, rests: true }],
  status: 200,
  result: CaseAnswer,
  otherResults: MESSAGE_RESULTS,
  example: {
    identity: 'caseworker-kommun',
    params: { stepId: 'sfi' },
    body: { reason: 'hemma igen' },
  },
  async handle(request, services) {
    return restStep('resumption', request, services);
  },
});
