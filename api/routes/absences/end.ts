import { z } from 'zod';
import { MessageId } from '../../../domain/model/ids';
import { AbsenceAnswer } from '../../answers/work/absence';
import { defineEndpoint } from '../../endpoint';
import { end } from '../../messages/absence/end';
import { changeRegister } from '../../messages/own-change';

/** DELETE /absences/{absenceId}: whoever was away is back, or does not go. */
export const endAbsenceEndpoint = defineEndpoint({
  method: 'delete',
  path: '/api/v1/absences/{absenceId}',
  tag: 'Absences',
  summary: 'End an absence, or cancel one that is to come',
  description: 'What came by it and is still the substitute’s goes back at once. Again changes nothing.',
  access: { roles: ['caseworker', 'manager'] },
  auditEvent: 'assignment',
  params: z.strictObject({ absenceId: MessageId }),
  idempotencyKey: 'optional',
  status: 200,
  result: AbsenceAnswer,
  example: { identity: 'caseworker-kommun' },
  async handle({ caller, message, params: { absenceId } }, services) {
    const request = { caller, message, kind: 'absenceEnd' as const, body: { absenceId } };
    return changeRegister(request, services, (trx) => end(trx, absenceId, caller));
  },
});
