import { z } from 'zod';
import { findCalendar, noteShown } from '../../../register/calendar/calendars';
import { calendarEntries } from '../../../register/calendar/entries';
import { recordListing } from '../../../register/reading/reads';
import { CASE_ROLES } from '../../auth/colleague';
import { defineEndpoint } from '../../endpoint';
import { bodyTag, ReadHeaders, UNCHANGED, unlessKnown } from '../../entity-tag';
import { notFound } from '../../problem';
import { writeFeed } from './feed';

const PATH = '/calendar/{secret}.ics';

/** GET /calendar/{secret}.ics: whoever has the address reads the calendar, within what its owner may know now. */
export const readCalendarEndpoint = defineEndpoint({
  method: 'get',
  path: PATH,
  tag: 'Calendar',
  summary: 'Read a calendar by its secret address (iCalendar, RFC 5545)',
  description: 'Answers 304 to a known ETag; calendars are asked to come back once an hour.',
  access: 'public',
  // Calendar programs come every hour: the ledger tells of it where something new is shown.
  auditEvent: 'none',
  params: z.strictObject({ secret: z.string() }),
  headers: ReadHeaders,
  status: 200,
  result: { contentType: 'text/calendar; charset=utf-8', description: 'All-day events in Swedish days' },
  otherResults: UNCHANGED,
  async handle({ params: { secret }, headers }, { register, config }) {
    const calendar = await findCalendar(register, secret);
    if (!calendar || !CASE_ROLES.includes(calendar.owner.role)) throw notFound('calendar');
    const entries = await calendarEntries(register, calendar.owner);
    const feed = writeFeed(calendar, entries, config.api.publicUrl);
    const tag = bodyTag(feed);
    if (tag !== calendar.shownTag) {
      const { subject } = calendar.owner;
      await recordListing(register, subject, [...new Set(entries.map(({ caseId }) => caseId))], PATH);
      await noteShown(register, subject, tag);
    }
    const answered = { ETag: tag, 'Cache-Control': 'private, max-age=300', 'Referrer-Policy': 'no-referrer' };
    return unlessKnown(headers, answered, () => ({ body: feed }));
  },
});
