import { z } from 'zod';
import { stockholmDayAt } from '../../../domain/law/stockholm-day';
import { MessageId } from '../../../domain/model/ids';
import { PlainDate } from '../../../domain/model/plain-date';
import { listAbsences } from '../../../register/absences/absence';
import { AbsenceAnswer, absenceAnswer } from '../../answers/work/absence';
import { defineEndpoint } from '../../endpoint';
import { cursorOf, cutPage, Limit, pageOf } from '../../paging';

/** GET /absences: one's own, and a manager's area's. */
export const listAbsencesEndpoint = defineEndpoint({
  method: 'get',
  path: '/api/v1/absences',
  tag: 'Absences',
  summary: 'List absences: one’s own and those one stands in for; a manager, those of the area',
  access: { roles: ['caseworker', 'manager'] },
  auditEvent: 'none',
  query: z.strictObject({
    over: z.enum(['true']).optional().describe('Also those that are over'),
    limit: Limit,
    cursor: cursorOf(PlainDate, MessageId).optional(),
  }),
  status: 200,
  result: pageOf(AbsenceAnswer, 'Absences'),
  example: { identity: 'caseworker-kommun' },
  async handle({ caller, query: { over, limit, cursor } }, { register }) {
    const today = stockholmDayAt(Date.now());
    const reader = { subject: caller.subject, ...(caller.role === 'manager' && { area: caller.area }) };
    const asked = { asOf: today, isOverToo: over === 'true', limit: limit + 1 };
    const after = cursor && { from: cursor[0], id: cursor[1] };
    const found = await listAbsences(register, reader, asked, after);
    const { rows, nextCursor } = cutPage(found, limit, ({ from, id }) => [from, id]);
    return { body: { items: rows.map((absence) => absenceAnswer(absence, today)), nextCursor } };
  },
});
