import { z } from 'zod';
import { listCandidates } from '../../../register/imports/candidates';
import { CandidateAnswer } from '../../imports/answers';
import { defineEndpoint } from '../../endpoint';
import { ImportParams, kommunerOf, requireImport } from '../../imports/access';
import { cursorOf, cutPage, Limit, pageOf } from '../../paging';

const CandidatesQuery = z.strictObject({
  limit: Limit,
  cursor: cursorOf(z.string().regex(/^\d{1,9}$/)).optional(),
});

/** GET /imports/{importId}/candidates: the rows that may be somebody who is there. */
export const listCandidatesEndpoint = defineEndpoint({
  method: 'get',
  path: '/api/v1/imports/{importId}/candidates',
  tag: 'Imports',
  summary: 'List the rows that a person must decide about',
  description: 'Each with the cases and other rows that it is like, by name and birth date.',
  access: { roles: ['coordinator'] },
  auditEvent: 'list',
  params: ImportParams,
  query: CandidatesQuery,
  status: 200,
  result: pageOf(CandidateAnswer, 'ImportCandidates'),
  async handle({ caller, params: { importId }, query: { limit, cursor } }, { register }) {
    await requireImport(register, caller, importId);
    const page = { limit: limit + 1, after: Number(cursor?.[0] ?? 0) };
    const found = await listCandidates(register, importId, page, kommunerOf(caller));
    const { rows, nextCursor } = cutPage(found, limit, ({ line }) => [String(line)]);
    const items = rows.map((row) => ({ ...row, alike: [...row.alike] }));
    const seen = items.flatMap(({ alike }) => alike.flatMap(({ caseId }) => caseId ?? []));
    return { body: { items, nextCursor }, read: [...new Set(seen)] };
  },
});
