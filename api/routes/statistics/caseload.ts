import { z } from 'zod';
import { AgencyId } from '../../../domain/model/agency';
import { CaseloadAnswer } from '../../statistics/answers';
import { defineEndpoint } from '../../endpoint';
import { caseloadTable } from '../../statistics/caseload-table';
import { AsOf, dayOf, STATISTICS_ROLES, stepFilters } from '../../statistics/query';
import { reachOf } from '../../statistics/reach';
import { tellOfficers, tellTeams } from '../../statistics/tell-caseload';

const { kommun } = stepFilters;
const CaseloadQuery = z
  .strictObject({
    groupBy: z
      .enum(['team', 'officer'])
      .default('team')
      .describe('A team is an agency’s people for a kommun'),
    agency: AgencyId.optional(),
    kommun,
    asOf: AsOf,
  })
  .refine((query) => query.groupBy === 'team' || dayOf(query.asOf) >= dayOf(undefined), {
    path: ['asOf'],
    message: 'who had which work on an earlier day is not kept',
  });

/**
 * GET /statistics/caseload. The ledger says nothing: it tells of newcomers, whom five and more of nobody can find, and an
 * officer's work is for those who lead it.
 */
export const caseloadEndpoint = defineEndpoint({
  method: 'get',
  path: '/api/v1/statistics/caseload',
  tag: 'Statistics',
  summary: 'Work that lies with each team or officer: open steps, open cases, overdue steps',
  description:
    'An earlier day is answered from the counts of the night after it. Numbers under 5 are withheld, with as many others as it takes. Also as CSV and Excel, by `Accept`.',
  access: { roles: STATISTICS_ROLES },
  auditEvent: 'none',
  query: CaseloadQuery,
  status: 200,
  result: CaseloadAnswer,
  problems: ['not-found'],
  table: caseloadTable,
  example: { identity: 'manager' },
  async handle({ caller, query: { groupBy, asOf, ...filters } }, { register }) {
    const { agency, kommuner } = reachOf(caller, filters);
    const question = { agency, kommuner, asOf: dayOf(asOf) };
    const isOfTeams = groupBy === 'team';
    return {
      body: isOfTeams ? await tellTeams(register, question) : await tellOfficers(register, caller, question),
    };
  },
});
