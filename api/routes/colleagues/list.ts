import { z } from 'zod';
import { AgencyId } from '../../../domain/model/agency';
import { listColleagues } from '../../../register/work/colleagues';
import { Area, Role } from '../../auth/caller';
import { Subject } from '../../auth/colleague';
import { defineEndpoint } from '../../endpoint';
import { cursorOf, cutPage, Limit, pageOf } from '../../paging';

const ColleagueAnswer = z
  .object({
    subject: z.string().describe('What a colleague is named by everywhere'),
    name: z.string().nullable(),
    role: Role,
    agency: AgencyId.nullable(),
    area: Area,
  })
  .meta({ id: 'Colleague' });

/** GET /colleagues: those who have signed in here, to give work to and to mention. */
export const listColleaguesEndpoint = defineEndpoint({
  method: 'get',
  path: '/api/v1/colleagues',
  tag: 'Colleagues',
  summary: 'List those who have signed in here',
  description: 'A caseworker sees those of the own agency; others see all.',
  access: { roles: ['caseworker', 'coordinator', 'manager'] },
  auditEvent: 'none',
  query: z.strictObject({ agency: AgencyId.optional(), limit: Limit, cursor: cursorOf(Subject).optional() }),
  status: 200,
  result: pageOf(ColleagueAnswer, 'Colleagues'),
  async handle({ caller, query: { agency = caller.agency, limit, cursor } }, { register }) {
    const isUnknown = caller.agency !== undefined && agency !== caller.agency;
    const page = { limit: limit + 1, ...(cursor && { after: cursor[0] }) };
    const colleagues = isUnknown ? [] : await listColleagues(register, agency, page);
    const { rows, nextCursor } = cutPage(colleagues, limit, ({ subject }) => [subject]);
    const items = rows.map(({ subject, name, role, agency: of, area }) => ({
      subject,
      name,
      role: Role.parse(role),
      agency: of,
      area: Area.parse(area),
    }));
    return { body: { items, nextCursor } };
  },
});
