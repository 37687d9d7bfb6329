import type { StepId } from '../../../domain/model/ids';
import { stepDefinition } from '../../../domain/process/steps/catalogue';
import { CaseAnswer } from '../../answers/case';
import { COMPLETION_PROBLEMS, COMPLETION_RESULTS, completeSteps } from '../../messages/complete';
import { answerItem, AnyCompletion, completionOf } from '../../messages/completion-schema';
import { defineEndpoint } from '../../endpoint';
import { ChangeHeaders } from '../../entity-tag';
import { StepParams } from '../../parameters';
import { notFound } from '../../problem';

/** POST …/completion: a person records what has happened in a step. */
export const completeStepEndpoint = defineEndpoint({
  method: 'post',
  path: '/api/v1/cases/{caseId}/steps/{stepId}/completion',
  tag: 'Steps',
  summary: 'Record the outcome of a step',
  description:
    "By the step's own agency; what the newcomer has done also by a coordinator. An outcome that needs a second person is proposed.",
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
  otherResults: COMPLETION_RESULTS,
  problems: [...COMPLETION_PROBLEMS, 'already-proposed'],
  example: {
    identity: 'caseworker-migrationsverket',
    params: { stepId: 'delgivning' },
    body: { outcome: 'served', on: '2026-11-20', howServed: 'vid möte' },
  },
  async handle({ caller, path, message, params: { caseId, stepId }, headers, body }, services) {
    const answers = [answerItem(stepId as StepId, definitionOf(stepId), body)];
    return completeSteps({ caller, path, message, caseId, ifMatch: headers['if-match'], answers }, services);
  },
});

function definitionOf(stepId: string) {
  const step = stepDefinition(stepId);
  if (!step) throw notFound('step');
  return step;
}
