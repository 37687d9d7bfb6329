import { z } from 'zod';
import { closeCalendar } from '../../../register/calendar/calendars';
import { defineEndpoint } from '../../endpoint';
import { notFound } from '../../problem';

/** DELETE /calendar: the address is no longer answered. */
export const closeCalendarEndpoint = defineEndpoint({
  method: 'delete',
  path: '/api/v1/calendar',
  tag: 'Calendar',
  summary: 'Revoke the address of one’s own calendar',
  access: { roles: ['caseworker', 'coordinator', 'manager'] },
  auditEvent: 'none',
  status: 200,
  result: z.object({ removed: z.literal(true) }).meta({ id: 'CalendarRemoved' }),
  problems: [404],
  example: { identity: 'caseworker-kommun' },
  async handle({ caller }, { register }) {
    if (!(await closeCalendar(register, caller.subject))) throw notFound('calendar');
    return { body: { removed: true as const } };
  },
});
