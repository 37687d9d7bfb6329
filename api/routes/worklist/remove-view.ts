import { z } from 'zod';
import { removeView } from '../../../register/work/saved-views';
import { defineEndpoint } from '../../endpoint';
import { notFound } from '../../problem';

/** DELETE /worklist/views/{viewId}: removes one of the caller's own. */
export const removeViewEndpoint = defineEndpoint({
  method: 'delete',
  path: '/api/v1/worklist/views/{viewId}',
  tag: 'Worklist',
  summary: 'Remove a saved view of one’s own',
  access: { roles: ['caseworker'] },
  auditEvent: 'none',
  params: z.strictObject({ viewId: z.uuid() }),
  status: 200,
  result: z.object({ removed: z.literal(true) }).meta({ id: 'Removed' }),
  async handle({ caller, params: { viewId } }, { register }) {
    if (!(await removeView(register, viewId, caller.subject))) throw notFound('view');
    return { body: { removed: true as const } };
  },
});
