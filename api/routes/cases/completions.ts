import { z } from 'zod';
import type { StepId } from '../../../domain/model/ids';
import { stepDefinition } from '../../../domain/process/steps/catalogue';
import { CaseAnswer } from '../../answers/case';
import { COMPLETION_PROBLEMS, COMPLETION_RESULTS, completeSteps } from '../../messages/complete';
import { answerItem, DeskAnswer } from '../../messages/completion-schema';
import { defineEndpoint } from '../../endpoint';
import { ChangeHeaders } from '../../entity-tag';
import { CaseParams } from '../../parameters';
import { notFound } from '../../problem';

const Completions = z
  .strictObject({
    completions: z
      .array(DeskAnswer)
      .min(1)
      .max(20)
      .refine((list) => new Set(list.map(({ stepId }) => stepId)).size === list.length, 'names a step twice'),
  })
  .meta({ id: 'Completions' });

/** POST …/completions: several steps answered at one desk, all or none. */
export const completeStepsEndpoint = defineEndpoint({
  method: 'post',
  path: '/api/v1/cases/{caseId}/completions',
  tag: 'Steps',
  summary: 'Record the outcomes of several steps at one desk, all or none',
  access: { roles: ['caseworker', 'system', 'coordinator'], within: 'case' },
  auditEvent: 'completion',
  params: CaseParams,
  headers: ChangeHeaders,
  idempotencyKey: 'required',
  body: Completions,
  touches: ({ body }) => body.completions,
  status: 200,
  result: CaseAnswer,
  otherResults: COMPLETION_RESULTS,
  problems: [...COMPLETION_PROBLEMS, 'already-proposed'],
  example: {
    identity: 'caseworker-kommun',
    body: { completions: [{ stepId: 'kommunmote', outcome: 'held', on: '2026-11-20' }] },
  },
  async handle({ caller, path, message, params: { caseId }, headers, body }, services) {
    const answers = body.completions.map((written) => {
      const step = stepDefinition(written.stepId);
      if (!step) throw notFound('step');
      const stepId = written.period ? (`${step.id}:${written.period}` as StepId) : step.id;
      return answerItem(stepId, step, written);
    });
    return completeSteps({ caller, path, message, caseId, ifMatch: headers['if-match'], answers }, services);
  },
});
