import { z } from 'zod';
import { addDays, daysBetween } from '../../../domain/law/calendar';
import { PlainDate } from '../../../domain/model/plain-date';
import { weekOf } from '../../../domain/statistics/periods';
import { FlowAnswer } from '../../statistics/answers';
import { defineEndpoint } from '../../endpoint';
import { flowTable, tellFlow } from '../../statistics/flow';
import { dayOf, groupBy, STATISTICS_ROLES, stepFilters } from '../../statistics/query';
import { reachOf } from '../../statistics/reach';

/** Weeks told of where nobody says how many: half a year. */
const USUAL_WEEKS = 26;
const MOST_WEEKS = 260;

const FlowQuery = z
  .strictObject({
    ...stepFilters,
    from: PlainDate.optional().describe(`A day of the first week; ${USUAL_WEEKS} weeks are told without it`),
    to: PlainDate.optional().describe('A day of the last week; this week without it'),
    groupBy: groupBy(['step', 'agency', 'kommun'], { most: 1 }),
  })
  .refine(({ from, to }) => from === undefined || from <= dayOf(to), {
    path: ['to'],
    message: 'must not be before `from`',
  })
  .refine(({ from, to }) => from === undefined || daysBetween(from, dayOf(to)) <= 7 * MOST_WEEKS, {
    path: ['from'],
    message: `at most ${MOST_WEEKS} weeks`,
  });

/** GET /statistics/flow. The ledger says nothing: numbers of five and more are nobody's personal data. */
export const flowEndpoint = defineEndpoint({
  method: 'get',
  path: '/api/v1/statistics/flow',
  tag: 'Statistics',
  summary: 'Work in and out by week: steps opened, ended and stopped, cases opened and closed',
  description:
    'Weeks by ISO 8601. Cases are left out where the question is about a step or an agency: they are of none. Numbers under 5 are withheld, with as many others as it takes. Also as CSV and Excel, by `Accept`.',
  access: { roles: STATISTICS_ROLES },
  auditEvent: 'none',
  query: FlowQuery,
  status: 200,
  result: FlowAnswer,
  problems: ['not-found'],
  table: flowTable,
  example: { identity: 'manager' },
  async handle({ caller, query: { from, to, groupBy: sides, ...filters } }, { register }) {
    const reach = reachOf(caller, filters);
    const last = weekOf(dayOf(to));
    const weeks = { from: from ? weekOf(from) : addDays(last, -7 * (USUAL_WEEKS - 1)), to: last };
    const [side] = sides;
    const isAboutSteps = reach.agency ?? filters.step ?? (side === 'kommun' ? undefined : side);
    return { body: await tellFlow(register, reach, weeks, { side, withCases: isAboutSteps === undefined }) };
  },
});
