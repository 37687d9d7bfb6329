import { z } from 'zod';
import type { CaseId } from '../../../domain/model/ids';
import { text } from '../../../domain/model/text';
import { Subject } from '../../auth/colleague';
import { AssignmentAnswer, assign } from '../../messages/assign';
import { changeRegister } from '../../messages/own-change';
import { defineEndpoint } from '../../endpoint';
import { ChangeHeaders } from '../../entity-tag';
import { stepInPath, StepParams } from '../../parameters';

const Assign = z
  .strictObject({
    assignee: Subject.nullable().describe('Subject of the colleague; null lets go of the step'),
    reason: text(2000).optional().describe('Required to take over what is another’s'),
  })
  .meta({ id: 'Assign' });

/** POST …/assignment: whose step it is. Of several who claim one at the same time one wins; the others are told who. */
export const assignStepEndpoint = defineEndpoint({
  method: 'post',
  path: '/api/v1/cases/{caseId}/steps/{stepId}/assignment',
  tag: 'Steps',
  summary: 'Claim a step, let go of it, or give it to a colleague',
  description:
    'By a caseworker of the step’s own agency, or a manager. What is another’s is taken over only with a reason; both are told.',
  access: { roles: ['caseworker', 'manager'], within: 'case' },
  auditEvent: 'assignment',
  params: StepParams,
  headers: ChangeHeaders,
  idempotencyKey: 'required',
  body: Assign,
  touches: ({ params: { stepId } }) => [{ stepId, isManagersToo: true }],
  status: 200,
  result: AssignmentAnswer,
  problems: ['already-assigned', 'not-open', 'unknown-colleague'],
  example: {
    identity: 'caseworker-migrationsverket',
    params: { stepId: 'delgivning' },
    body: { assignee: 'caseworker-migrationsverket' },
  },
  async handle({ caller, message, params, headers, body }, services) {
    const caseId = params.caseId as CaseId;
    const stepId = stepInPath(params.stepId);
    const asked = { ...body, caller, caseId, stepId, ifMatch: headers['if-match'], messageId: message.id };
    return changeRegister(
      { caller, message, kind: 'assignment', caseId, body: { stepId, ...body } },
      services,
      (trx) => assign(trx, asked),
    );
  },
});
