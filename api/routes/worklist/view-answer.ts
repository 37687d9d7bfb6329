import { z } from 'zod';
import type { SavedView } from '../../../register/work/saved-views';
import { WorklistFilterQuery } from './query';

/** A saved view, as it is answered. */
export const ViewAnswer = z
  .object({
    viewId: z.uuid(),
    name: z.string(),
    owner: z.string(),
    isShared: z.boolean().describe('With the owner’s team: the same agency and area'),
    query: WorklistFilterQuery,
  })
  .meta({ id: 'SavedView' });

/** A view as the register has it, answered. */
export function viewAnswer({ id, name, owner, team, query }: SavedView): z.input<typeof ViewAnswer> {
  return { viewId: id, name, owner, isShared: team !== null, query: WorklistFilterQuery.parse(query) };
}
