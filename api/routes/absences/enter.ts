import { z } from 'zod';
import { PlainDate } from '../../../domain/model/plain-date';
import { AbsenceAnswer } from '../../answers/work/absence';
import { Subject } from '../../auth/colleague';
import { defineEndpoint } from '../../endpoint';
import { enter } from '../../messages/absence/enter';
import { changeRegister } from '../../messages/own-change';

const NewAbsence = z
  .strictObject({
    subject: Subject.optional().describe('Who is away: by a manager; else oneself'),
    substitute: Subject.describe('A colleague of the same agency with the same residents'),
    from: PlainDate.describe('Today or later'),
    to: PlainDate.describe('The last day'),
  })
  .refine(({ from, to }) => from <= to, { path: ['to'], error: 'is before the first day' })
  .meta({ id: 'NewAbsence' });

/** POST /absences: a colleague is away, and another stands in. */
export const enterAbsenceEndpoint = defineEndpoint({
  method: 'post',
  path: '/api/v1/absences',
  tag: 'Absences',
  summary: 'Be away on some days, and have a colleague stand in',
  description:
    'On the first day open steps go to the substitute, and what is given to the one away goes there too; afterwards they come back. A substitute who is away oneself is refused.',
  access: { roles: ['caseworker', 'manager'] },
  auditEvent: 'assignment',
  idempotencyKey: 'required',
  body: NewAbsence,
  status: 201,
  result: AbsenceAnswer,
  problems: ['absence-overlaps', 'absence-not-possible', 'unknown-colleague'],
  example: {
    identity: 'caseworker-kommun',
    body: { substitute: 'caseworker-kommun-2', from: '2026-12-21', to: '2027-01-06' },
  },
  async handle({ caller, message, body }, services) {
    return changeRegister({ caller, message, kind: 'absence', body }, services, (trx) =>
      enter(trx, { id: message.id, caller, ...body }),
    );
  },
});
