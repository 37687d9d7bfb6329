import { z } from 'zod';
import { MessageId } from '../../../domain/model/ids';
import { Instant } from '../../../domain/model/plain-date';
import { readTimeline } from '../../../register/ledger';
import { defineEndpoint } from '../../endpoint';
import { cursorOf, cutPage, Limit, pageOf } from '../../paging';
import { CaseParams, RowNumber } from '../../parameters';

const TimelineQuery = z.strictObject({
  limit: Limit,
  cursor: cursorOf(RowNumber).optional(),
});

const TimelineEntry = z
  .object({
    id: z.string(),
    kind: z.string().meta({ example: 'completion' }),
    actor: z.string().describe('Who did it; `case` for what the case found by itself'),
    at: Instant.describe('Wall clock'),
    caseTime: Instant.nullable().describe("The case's own time"),
    messageId: MessageId.nullable(),
    content: z.record(z.string(), z.unknown()),
  })
  .meta({ id: 'TimelineEntry' });

/** GET /cases/{caseId}/timeline: the ledger of a case in order. */
export const timelineEndpoint = defineEndpoint({
  method: 'get',
  path: '/api/v1/cases/{caseId}/timeline',
  tag: 'Cases',
  summary: 'Read what has happened in a case, in order',
  access: { roles: ['caseworker', 'system', 'coordinator', 'manager'], within: 'case' },
  auditEvent: 'read',
  params: CaseParams,
  query: TimelineQuery,
  status: 200,
  result: pageOf(TimelineEntry, 'Timeline'),
  async handle({ params: { caseId }, query: { limit, cursor } }, { register }) {
    const found = await readTimeline(register, caseId, limit + 1, cursor?.[0]);
    const { rows, nextCursor } = cutPage(found, limit, ({ id }) => [id]);
    const items = rows.map((row) => ({
      ...row,
      at: row.at.toISOString(),
      caseTime: row.caseTime?.toISOString() ?? null,
    }));
    return { body: { items, nextCursor }, read: [caseId] };
  },
});
