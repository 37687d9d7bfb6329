import { z } from 'zod';
import { openCalendar } from '../../../register/calendar/calendars';
import { defineEndpoint } from '../../endpoint';

/** POST /calendar: a secret address under which the caller's days can be read by a calendar program. */
export const openCalendarEndpoint = defineEndpoint({
  method: 'post',
  path: '/api/v1/calendar',
  tag: 'Calendar',
  summary: 'Get a secret address of one’s own calendar: due dates and follow-ups',
  description:
    'Each request gives a new address and ends the one before, also a repeat: the secret is kept nowhere, so it ' +
    'cannot be answered again. Whoever has the address can read the calendar until it is replaced or removed.',
  access: { roles: ['caseworker', 'coordinator', 'manager'] },
  auditEvent: 'none',
  idempotencyKey: 'optional',
  status: 201,
  result: z.object({ url: z.url() }).meta({ id: 'CalendarAddress' }),
  example: { identity: 'caseworker-kommun' },
  async handle({ caller }, { register, config }) {
    const secret = await openCalendar(register, caller.subject, new Date());
    const headers = { 'Cache-Control': 'no-store' };
    return { headers, body: { url: `${config.api.publicUrl}/calendar/${secret}.ics` } };
  },
});
