import { createHmac } from 'node:crypto';
import { ICalCalendar, ICalEventTransparency } from 'ical-generator';
import type { Calendar } from '../../../register/calendar/calendars';
import type { CalendarEntry } from '../../../register/calendar/entries';
import { eventText } from './event-text';

const HOUR = 3_600;

/** A calendar as iCalendar text. The same days give the same text, so that its ETag tells whether anything is new. */
export function writeFeed(
  { createdAt, secretHash }: Pick<Calendar, 'createdAt' | 'secretHash'>,
  entries: readonly CalendarEntry[],
  apiUrl: string,
): string {
  const calendar = new ICalCalendar({
    name: 'Etablering',
    prodId: { company: 'Etablering', product: 'Etablering', language: 'SV' },
    ttl: HOUR,
    // Said by hand: given to the library, its events would be of the server's own zone.
    x: [{ key: 'X-WR-TIMEZONE', value: 'Europe/Stockholm' }],
  });
  for (const entry of entries) {
    const { caseId, stepId, date, due } = entry;
    const named = `${caseId}/${stepId}/${due?.rule ?? 'followUp'}/${date}`;
    calendar.createEvent({
      // Hashed with what only this calendar has: an id must not tell whose case it is.
      id: createHmac('sha256', secretHash).update(named).digest('hex').slice(0, 32),
      start: new Date(`${date}T00:00:00Z`),
      allDay: true,
      stamp: createdAt,
      transparency: ICalEventTransparency.TRANSPARENT,
      ...eventText(entry, apiUrl),
    });
  }
  return calendar.toString();
}
