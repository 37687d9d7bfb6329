import { z } from 'zod';
import { addDays } from '../../../domain/law/calendar';
import { DAYS_KEPT_APART } from '../../../register/statistics/work-counts';
import { LeadTimesAnswer, Month } from '../../statistics/answers';
import { defineEndpoint } from '../../endpoint';
import { Problem } from '../../problem';
import { leadTimesTable, tellLeadTimes } from '../../statistics/lead-times';
import { AsOf, dayOf, firstOf, groupBy, STATISTICS_ROLES, stepFilters } from '../../statistics/query';
import { reachOf } from '../../statistics/reach';

const LeadTimesQuery = z
  .strictObject({
    ...stepFilters,
    from: Month.optional().describe('Opened in this month or later'),
    to: Month.optional().describe('Opened in this month or earlier'),
    groupBy: groupBy(['step', 'agency', 'kommun', 'month'], { by: 'step', most: 2 }),
    asOf: AsOf,
  })
  .refine(({ from, to }) => !from || !to || from <= to, {
    path: ['to'],
    message: 'must not be before `from`',
  });

/**
 * GET /statistics/lead-times. What opens and ends a wait: `domain/statistics/span.ts`. The ledger says nothing: numbers of
 * five persons and more are nobody's personal data.
 */
export const leadTimesEndpoint = defineEndpoint({
  method: 'get',
  path: '/api/v1/statistics/lead-times',
  tag: 'Statistics',
  summary: 'Lead times: open, done, median and p90, with and without those that go on',
  description:
    'Days from opening to end by step, agency, kommun and month of opening. `corrected` is the Kaplan-Meier estimate: open waits are censored, not left out. Numbers under 5 are withheld, with as many others as it takes. Also as CSV and Excel, by `Accept`.',
  access: { roles: STATISTICS_ROLES },
  auditEvent: 'none',
  query: LeadTimesQuery,
  status: 200,
  result: LeadTimesAnswer,
  problems: ['not-found'],
  table: leadTimesTable,
  example: { identity: 'manager' },
  async handle({ caller, query: { from, to, asOf: asked, groupBy: sides, ...filters } }, { register }) {
    const reach = reachOf(caller, filters);
    const asOf = dayOf(asked);
    if (asOf < addDays(dayOf(undefined), -DAYS_KEPT_APART)) {
      throw new Problem('not-found', `Lead times can be told as of the last ${DAYS_KEPT_APART} days.`);
    }
    const time = { asOf, ...(from && { from: firstOf(from) }), ...(to && { to: firstOf(to) }) };
    const [rowSide = 'step', columnSide] = sides;
    return { body: await tellLeadTimes(register, reach, time, [rowSide, columnSide]) };
  },
});
