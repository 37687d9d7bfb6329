import { z } from 'zod';
import { CaseId, StepId } from '../../../domain/model/ids';
import { PlainDate } from '../../../domain/model/plain-date';
import { stepOwner } from '../../../register/work/assign';
import { setFollowUp } from '../../../register/work/own-marks';
import { defineEndpoint } from '../../endpoint';
import { changeRegister } from '../../messages/own-change';
import { stepInPath, StepParams } from '../../parameters';
import { notFound } from '../../problem';

const FollowUp = z
  .strictObject({ on: PlainDate.nullable().describe('null takes the day away') })
  .meta({ id: 'FollowUp' });

/** POST …/follow-up: the day on which the caller wants to look at the step again. */
export const followUpEndpoint = defineEndpoint({
  method: 'post',
  path: '/api/v1/cases/{caseId}/steps/{stepId}/follow-up',
  tag: 'Steps',
  summary: 'Set or take away one’s own follow-up day of a step',
  description:
    'Seen by the caller alone; nothing changes in the case, so there is no ledger row and no If-Match.',
  access: { roles: ['caseworker', 'coordinator', 'manager'], within: 'case' },
  auditEvent: 'none',
  params: StepParams,
  idempotencyKey: 'required',
  body: FollowUp,
  status: 200,
  result: z
    .object({ caseId: CaseId, stepId: StepId, followUpOn: PlainDate.nullable() })
    .meta({ id: 'FollowUpSet' }),
  example: {
    identity: 'caseworker-migrationsverket',
    params: { stepId: 'delgivning' },
    body: { on: '2026-12-01' },
  },
  async handle({ caller, message, params, body }, services) {
    const caseId = params.caseId as CaseId;
    const stepId = stepInPath(params.stepId);
    const request = { caller, message, kind: 'followUp' as const, caseId, body: { stepId, ...body } };
    return changeRegister(request, services, async (trx) => {
      if (!(await stepOwner(trx, caseId, stepId))) throw notFound('step');
      await setFollowUp(trx, caller.subject, { caseId, stepId }, body.on);
      return { status: 200, body: { caseId, stepId, followUpOn: body.on } };
    });
  },
});
