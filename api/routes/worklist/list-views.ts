import { z } from 'zod';
import { listViews } from '../../../register/work/saved-views';
import { teamOf } from '../../auth/caller';
import { defineEndpoint } from '../../endpoint';
import { ViewAnswer, viewAnswer } from './view-answer';

/** GET /worklist/views: the caller's own saved views and the team's. */
export const listViewsEndpoint = defineEndpoint({
  method: 'get',
  path: '/api/v1/worklist/views',
  tag: 'Worklist',
  summary: 'List the saved views of the caller and of the team',
  access: { roles: ['caseworker'] },
  auditEvent: 'none',
  status: 200,
  result: z.object({ items: z.array(ViewAnswer) }).meta({ id: 'SavedViews' }),
  async handle({ caller }, { register }) {
    const views = await listViews(register, caller.subject, teamOf(caller));
    return { body: { items: views.map(viewAnswer) } };
  },
});
