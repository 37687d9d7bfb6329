import { z } from 'zod';
import { AgencyId } from '../../../domain/model/agency';
import { CaseId, HouseholdId, KommunCode, StepId } from '../../../domain/model/ids';
import { PlainDate } from '../../../domain/model/plain-date';
import { type CasePlace, listCases } from '../../../register/reading/list';
import { MilestoneAnswer } from '../../answers/case';
import { ListedCase, WaitingForAnswer } from '../../answers/listed-case';
import { defineEndpoint } from '../../endpoint';
import { cursorOf, Limit, writeCursor } from '../../parameters';

const ListQuery = z.strictObject({
  agency: AgencyId.optional().describe('With a step of this agency'),
  step: StepId.optional().describe('In which this step applies'),
  stepStatus: z.enum(['notApplicable', 'blocked', 'open', 'paused', 'done', 'cancelled']).optional(),
  waitingFor: WaitingForAnswer.optional(),
  dueBefore: PlainDate.optional().describe('With a step whose most important date is before this day'),
  openSince: PlainDate.optional().describe('With a step that has been open since this day or longer'),
  kommun: KommunCode.optional().describe('Kommun of stay'),
  milestone: MilestoneAnswer.optional().describe('The latest one reached'),
  householdId: HouseholdId.optional(),
  limit: Limit,
  cursor: cursorOf(PlainDate, CaseId).optional(),
});

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
  result: z
    .object({ items: z.array(ListedCase), nextCursor: z.string().nullable() })
    .meta({ id: 'CaseList' }),
  async handle({ caller, query: { limit, cursor, ...filters } }, { register }) {
    const visible = {
      agency: caller.agency,
      ...(caller.area !== 'national' && { kommuner: caller.area }),
    };
    const after: CasePlace | undefined = cursor && { openedOn: cursor[0], caseId: cursor[1] };
    const rows = await listCases(register, filters, visible, { limit: limit + 1, after });
    const items = rows.slice(0, limit).map((row) => ({ ...row, openSteps: [...row.openSteps] }));
    const last = rows.length > limit ? items.at(-1) : undefined;
    const nextCursor = last ? writeCursor([last.openedOn, last.caseId]) : null;
    return { body: { items, nextCursor }, read: items.map(({ caseId }) => caseId) };
  },
});
