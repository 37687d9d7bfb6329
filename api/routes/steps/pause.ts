import { PlainDate } from '../../../domain/model/plain-date';
import { CaseAnswer } from '../../answers/case';
import { defineEndpoint } from '../../endpoint';
import { ChangeHeaders, StepParams } from '../../parameters';
import { MESSAGE_RESULTS } from '../../messages/send-message';
import { restStep } from './rest';
import { Reason } from './restart';

const Pause = Reason.extend({
  until: PlainDate.optional().describe(
    'The day on which the step goes on; left out where nobody knows: then it is resumed',
  ),
}).meta({ id: 'Pause' });

/** POST …/pause: an open step rests. */
export const pauseStepEndpoint = defineEndpoint({
  method: 'post',
  path: '/api/v1/cases/{caseId}/steps/{stepId}/pause',
  tag: 'Steps',
  summary: 'Let an open step rest, until a day or until it is resumed',
  description:
    "Nobody is reminded meanwhile, and the step's targets and expectations wait; duties and rights do not. A clock, and a time to appeal, do not rest. By the step's own agency; a step that is the newcomer's to file also by a coordinator.",
  access: { roles: ['caseworker', 'system', 'coordinator'], within: 'case' },
  auditEvent: 'pause',
  params: StepParams,
  headers: ChangeHeaders,
  idempotencyKey: 'required',
  body: Pause,
  touches: ({ params: { stepId } }) => [{ stepId, rests: true }],
  status: 200,
  result: CaseAnswer,
  otherResults: MESSAGE_RESULTS,
  example: {
    identity: 'caseworker-kommun',
    params: { stepId: 'sfi' },
    body: { reason: 'på resa', until: '2027-02-01' },
  },
  async handle(request, services) {
    return restStep('pause', request, services);
  },
});
