import type { StepId } from '../../../domain/model/ids';
import { stepDefinition } from '../../../domain/process/catalogue';
import { CaseAnswer } from '../../answers/case';
import { answerItem, AnyCompletion, completionOf, itemMessage } from '../../messages/completion-schema';
import { defineEndpoint } from '../../endpoint';
import { refuseHeldNumbers } from '../../messages/held-numbers';
import { ChangeHeaders, StepParams } from '../../parameters';
import { notFound } from '../../problem';
import { MESSAGE_RESULTS, sendMessage } from '../../send-message';

/** POST …/completion: a person records what has happened in a step. */
export const completeStepEndpoint = defineEndpoint({
  method: 'post',
  path: '/api/v1/cases/{caseId}/steps/{stepId}/completion',
  tag: 'Steps',
  summary: 'Record the outcome of a step',
  description: "By the step's own agency; what the newcomer has done also by a coordinator.",
  access: { roles: ['caseworker', 'system', 'coordinator'], within: 'case' },
  auditEvent: 'completion',
  params: StepParams,
  headers: ChangeHeaders,
  idempotencyKey: 'required',
  body: AnyCompletion,
  bodyFor: ({ stepId }) => completionOf(definitionOf(stepId)),
  touches: ({ params: { stepId }, body }) => [{ stepId, outcome: body.outcome }],
  status: 200,
  result: CaseAnswer,
  otherResults: MESSAGE_RESULTS,
  example: {
    identity: 'caseworker-migrationsverket',
    params: { stepId: 'delgivning' },
    body: { outcome: 'served', on: '2026-11-20', howServed: 'vid möte' },
  },
  async handle({ caller, path, message, params: { caseId, stepId }, headers, body }, services) {
    const item = answerItem(stepId as StepId, definitionOf(stepId), body);
    await refuseHeldNumbers(services.register, caseId, [item]);
    const ifMatch = headers['if-match'];
    const items = [itemMessage(item)];
    const request = { caller, path, message, caseId, ifMatch, kind: 'completion' as const };
    return sendMessage({ ...request, items, body: { items: [item] } }, services);
  },
});

function definitionOf(stepId: string) {
  const step = stepDefinition(stepId);
  if (!step) throw notFound('step');
  return step;
}
