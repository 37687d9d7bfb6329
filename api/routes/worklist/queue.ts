import type { AgencyId } from '../../../domain/model/agency';
import type { KommunCode } from '../../../domain/model/ids';
import type { Register } from '../../../register/database';
import { findView } from '../../../register/work/saved-views';
import type { Queue, WorklistFilters } from '../../../register/work/worklist';
import { kommunerOf } from '../../../register/work/colleagues';
import { type Caller, teamOf } from '../../auth/caller';
import { assigneeAsked } from '../../auth/colleague';
import { notFound } from '../../problem';
import { WorklistFilterQuery } from './query';

/** The filters of a saved view. Throws 404 where the caller has none of that id. */
export async function savedQuery(
  register: Register,
  id: string,
  caller: Caller,
): Promise<WorklistFilterQuery> {
  const view = await findView(register, id, caller.subject, teamOf(caller));
  if (!view) throw notFound('view');
  return WorklistFilterQuery.parse(view.query);
}

/** Only a caseworker has a queue, and their token names the agency. A kommun outside the area gives an empty one. */
export function queueOf(caller: Caller, kommun: KommunCode | undefined): Queue {
  const agency = caller.agency as AgencyId;
  const reader = caller.subject;
  return { agency, reader, ...kommunerOf(caller, kommun) };
}

/** The filters with subjects for `me` and `none`. */
export function readable(
  { assignee, unread, sort: _sort, kommun: _kommun, ...filters }: WorklistFilterQuery,
  caller: Caller,
): WorklistFilters {
  return {
    ...filters,
    ...(unread && { unread: true }),
    ...(assignee && { assignee: assigneeAsked(assignee, caller) }),
  };
}
