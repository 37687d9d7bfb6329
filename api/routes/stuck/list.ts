import { z } from 'zod';
import { CaseId } from '../../../domain/model/ids';
import { PlainDate } from '../../../domain/model/plain-date';
import { listStuck } from '../../../register/stuck/list';
import { StuckCase, stuckAnswer } from '../../answers/work/stuck';
import { defineEndpoint } from '../../endpoint';
import { cursorOf, cutPage, Limit, pageOf } from '../../paging';
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
  result: z.object({ asOf: PlainDate, ...pageOf(StuckCase).shape }).meta({ id: 'StuckList' }),
  example: { identity: 'manager' },
  async handle({ caller, query: { limit, cursor, ...query } }, { register }) {
    const { asOf, isToday } = dayAsked(query.asOf);
    const after = cursor && { since: cursor[0], caseId: cursor[1] };
    const page = { limit: limit + 1, isToday, ...(after && { after }) };
    const found = await listStuck(register, asOf, stuckFilters(caller, query), page);
    const { rows, nextCursor } = cutPage(found, limit, ({ since, caseId }) => [since, caseId]);
    const items = rows.map((row) => stuckAnswer(row, asOf));
    return { body: { asOf, items, nextCursor }, read: rows.map(({ caseId }) => caseId) };
  },
});
