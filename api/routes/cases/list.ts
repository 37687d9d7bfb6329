import { type CasePlace, listCases } from '../../../register/reading/list';
import { kommunerOf } from '../../../register/work/colleagues';
import { ListedCase } from '../../answers/listed-case';
import { defineEndpoint } from '../../endpoint';
import { cutPage, pageOf } from '../../paging';
import { caseFilters, ListQuery } from './list-query';

/** GET /cases: the cases that the caller may know, by opening day; filters about a step hold of one and the same step. */
export const listCasesEndpoint = defineEndpoint({
  method: 'get',
  path: '/api/v1/cases',
  tag: 'Cases',
  summary: 'List cases',
  description: 'Filters about a step (agency to openSince) are all to hold of one and the same step.',
  access: { roles: ['caseworker', 'system', 'coordinator', 'manager'] },
  auditEvent: 'list',
  query: ListQuery,
  status: 200,
  result: pageOf(ListedCase, 'CaseList'),
  async handle({ caller, query: { limit, cursor, ...asked } }, { register }) {
    const visible = { agency: caller.agency, ...kommunerOf(caller) };
    const after: CasePlace | undefined = cursor && { openedOn: cursor[0], caseId: cursor[1] };
    const found = await listCases(register, caseFilters(asked, caller), visible, { limit: limit + 1, after });
    const { rows, nextCursor } = cutPage(found, limit, ({ openedOn, caseId }) => [openedOn, caseId]);
    const items = rows.map((row) => ({ ...row, openSteps: [...row.openSteps] }));
    return { body: { items, nextCursor }, read: items.map(({ caseId }) => caseId) };
  },
});
