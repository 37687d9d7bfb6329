import { z } from 'zod';
import { CaseId, StepId } from '../../../domain/model/ids';
import { PlainDate } from '../../../domain/model/plain-date';
import { DAYS_OF_PLACE, readWorklist } from '../../../register/work/worklist';
import { standingProposalAnswer } from '../../answers/proposal';
import { WorkItemAnswer } from '../../answers/work/work-item';
import { defineEndpoint } from '../../endpoint';
import { cursorOf, cutPage, Limit, pageOf, writeCursor } from '../../paging';
import { invalidParameter } from '../../parameters';
import { AskedFilterQuery } from './query';
import { queueOf, readable, savedQuery } from './queue';

const Day = z.union([PlainDate, z.literal('infinity')]);
const WorklistQuery = AskedFilterQuery.extend({
  view: z.uuid().optional().describe('A saved view; what is given besides it goes first'),
  limit: Limit,
  cursor: z
    .union([cursorOf(Day, CaseId, StepId), cursorOf(Day, Day, CaseId, StepId)])
    .optional()
    .describe('`nextCursor` of the page before, or the `cursor` of a step to go on after; opaque'),
});

/** GET /worklist: the open steps of the caller's agency and area, in an order that keeps its place. */
export const worklistEndpoint = defineEndpoint({
  method: 'get',
  path: '/api/v1/worklist',
  tag: 'Worklist',
  summary: 'Read the queue of the caller’s agency and area',
  access: { roles: ['caseworker'] },
  auditEvent: 'list',
  query: WorklistQuery,
  status: 200,
  result: pageOf(WorkItemAnswer, 'Worklist'),
  problems: ['not-found'],
  example: { identity: 'caseworker-kommun' },
  async handle({ caller, query: { view, limit, cursor, ...given } }, { register }) {
    const filters = { ...(view && (await savedQuery(register, view, caller))), ...given };
    const order = filters.sort ?? 'due';
    if (cursor && cursor.length !== DAYS_OF_PLACE[order] + 2)
      throw invalidParameter('cursor', 'is of another order');
    const page = { order, limit: limit + 1, ...(cursor && { after: [...cursor] }) };
    const queue = queueOf(caller, filters.kommun);
    const found = await readWorklist(register, queue, readable(filters, caller), page);
    const { rows, nextCursor } = cutPage(found, limit, ({ place }) => place);
    const items = rows.map(({ place, proposal, ...item }) => ({
      ...item,
      proposal: proposal && standingProposalAnswer(proposal),
      cursor: writeCursor(place),
    }));
    return { body: { items, nextCursor }, read: [...new Set(items.map(({ caseId }) => caseId))] };
  },
});
