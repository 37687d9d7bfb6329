import { CaseAnswer } from '../../answers/case';
import { defineEndpoint } from '../../endpoint';
import { ChangeHeaders, StepParams } from '../../parameters';
import { MESSAGE_RESULTS } from '../../messages/send-message';
import { Reason, restartStep } from './restart';

/** POST …/reopening: a completion was wrong. */
export const reopenStepEndpoint = defineEndpoint({
  method: 'post',
  path: '/api/v1/cases/{caseId}/steps/{stepId}/reopening',
  tag: 'Steps',
  summary: 'Reopen a step that was completed by mistake',
  description:
    'The step is open again under a new filing; what was only answered wrongly is taken back, nothing granted since is.',
  access: { roles: ['caseworker', 'system'], within: 'case' },
  auditEvent: 'reopening',
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
    return restartStep('reopening', request, services);
  },
});
