import { z } from 'zod';
import { PlainDate } from '../../../domain/model/plain-date';
import { CaseAnswer } from '../../answers/case';
import { defineEndpoint } from '../../endpoint';
import { ChangeHeaders, StepParams } from '../../parameters';
import { MESSAGE_RESULTS } from '../../messages/send-message';
import { restStep } from './rest';
import { Reason } from './restart';

const Extension = Reason.extend({
  rule: z
    .string()
    .regex(/^[A-Za-z]{1,60}$/, 'must be the rule of one of the dates of the step')
    .describe('`rule` of the date in `dues`'),
  until: PlainDate.describe('The new date, later than the present one'),
}).meta({ id: 'Extension' });

/** POST …/extension: a target or an expectation is given a later day. */
export const extendStepEndpoint = defineEndpoint({
  method: 'post',
  path: '/api/v1/cases/{caseId}/steps/{stepId}/extension',
  tag: 'Steps',
  summary: 'Give a target or an expectation of an open step a later day',
  description:
    "Never a duty or a right: 422 names the statute. By the step's own agency; a step that is the newcomer's to file also by a coordinator.",
  access: { roles: ['caseworker', 'system', 'coordinator'], within: 'case' },
  auditEvent: 'extension',
  params: StepParams,
  headers: ChangeHeaders,
  idempotencyKey: 'required',
  body: Extension,
  touches: ({ params: { stepId } }) => [{ stepId, rests: true }],
  status: 200,
  result: CaseAnswer,
  otherResults: MESSAGE_RESULTS,
  example: {
    identity: 'caseworker-kommun',
    params: { stepId: 'sfi' },
    body: { reason: 'kursen är full', rule: 'sfiExpected', until: '2027-02-01' },
  },
  async handle(request, services) {
    return restStep('extension', request, services);
  },
});
