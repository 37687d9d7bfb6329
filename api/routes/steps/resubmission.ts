import { CaseAnswer } from '../../answers/case';
import { defineEndpoint } from '../../endpoint';
import { ChangeHeaders, StepParams } from '../../parameters';
import { MESSAGE_RESULTS } from '../../messages/send-message';
import { Reason, restartStep } from './restart';

/** POST …/resubmission: the agency's system refused the filing. */
export const resubmitStepEndpoint = defineEndpoint({
  method: 'post',
  path: '/api/v1/cases/{caseId}/steps/{stepId}/resubmission',
  tag: 'Steps',
  summary: 'Hand a step over to its agency again',
  description: "After the agency's system refused it for good, or when its answer never fitted.",
  access: { roles: ['caseworker', 'system'], within: 'case' },
  auditEvent: 'resubmission',
  params: StepParams,
  headers: ChangeHeaders,
  idempotencyKey: 'required',
  body: Reason,
  touches: ({ params: { stepId } }) => [{ stepId }],
  status: 200,
  result: CaseAnswer,
  otherResults: MESSAGE_RESULTS,
  example: {
    identity: 'caseworker-migrationsverket',
    params: { stepId: 'delgivning' },
    body: { reason: 'fel person i kallelsen' },
  },
  async handle(request, services) {
    return restartStep('resubmission', request, services);
  },
});
