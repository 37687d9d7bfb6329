import { z } from 'zod';
import { CaseId } from '../../../domain/model/ids';
import { PlainDate } from '../../../domain/model/plain-date';
import { listStuck } from '../../../register/stuck/list';
import { StuckCase, stuckAnswer } from '../../answers/work/stuck';
import { defineEndpoint } from '../../endpoint';
import { cursorOf, Limit, writeCursor } from '../../parameters';
import { dayAsked, stuckFilters, StuckQuery } from './query';

/** GET /stuck: the cases that do not get on, why, and what would help. */
export const listStuckEndpoint = defineEndpoint({
  method: 'get',
  path: '/api/v1/stuck',
  tag: 'Stuck',
  summary: 'List stuck cases, the longest first: why, at which step, who can act and what would help',
  access: { roles: ['caseworker', 'coordinator', 'manager', 'operator'] },
  auditEvent: 'list',
  query: StuckQuery.extend({ limit: Limit, cursor: cursorOf(PlainDate, CaseId).optional() }),
  status: 200,
  result: z
    .object({ asOf: PlainDate, items: z.array(StuckCase), nextCursor: z.string().nullable() })
    .meta({ id: 'StuckList' }),
  example: { identity: 'manager' },
  async handle({ caller, query: { limit, cursor, ...query } }, { register }) {
    const { asOf, isToday } = dayAsked(query.asOf);
    const after = cursor && { since: cursor[0], caseId: cursor[1] };
    const page = { limit: limit + 1, isToday, ...(after && { after }) };
    const rows = await listStuck(register, asOf, stuckFilters(caller, query), page);
    const shown = rows.slice(0, limit);
    const items = shown.map((row) => stuckAnswer(row, asOf));
    const last = rows.length > limit ? items.at(-1) : undefined;
    const nextCursor = last ? writeCursor([last.since, last.caseId]) : null;
    return { body: { asOf, items, nextCursor }, read: shown.map(({ caseId }) => caseId) };
  },
});
