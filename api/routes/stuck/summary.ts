import { z } from 'zod';
import { daysBetween } from '../../../domain/law/calendar';
import { PlainDate } from '../../../domain/model/plain-date';
import { countStuck, countTrouble, SUMMARY_PARTS } from '../../../register/stuck/summary';
import { StuckCount, TroubleCount } from '../../answers/work/stuck';
import { defineEndpoint } from '../../endpoint';
import { tellPastStuck } from '../../statistics/past-stuck';
import { dayAsked, isPast, stuckFilters, StuckQuery } from './query';

const Parts = z
  .string()
  .default('step,agency')
  .describe('What to count by, with commas between: step, agency, kommun, reason')
  .transform((list) => list.split(','))
  .pipe(z.array(z.enum(SUMMARY_PARTS)).min(1));

/** GET /stuck/summary: stuck cases counted, of an earlier day as its night did. No row names a case. */
export const stuckSummaryEndpoint = defineEndpoint({
  method: 'get',
  path: '/api/v1/stuck/summary',
  tag: 'Stuck',
  summary: 'Count stuck cases by root step, agency, kommun and reason, with the oldest and the steps behind',
  access: { roles: ['caseworker', 'coordinator', 'manager', 'operator'] },
  auditEvent: 'none',
  query: StuckQuery.extend({ by: Parts }),
  status: 200,
  result: z
    .object({ asOf: PlainDate, items: z.array(StuckCount), technical: z.array(TroubleCount) })
    .meta({ id: 'StuckSummary' }),
  problems: ['not-found'],
  example: { identity: 'manager' },
  async handle({ caller, query: { by, ...query } }, { register }) {
    const filters = stuckFilters(caller, query);
    if (isPast(query.asOf)) return { body: await tellPastStuck(register, query.asOf, filters, by) };
    const { asOf, isToday } = dayAsked(query.asOf);
    const counts = await countStuck(register, asOf, filters, by);
    const trouble = isToday ? await countTrouble(register, filters) : [];
    const items = counts.map((count) => ({ ...count, oldestDays: daysBetween(count.oldestSince, asOf) }));
    const technical = trouble.map(({ oldest, ...count }) => ({ ...count, oldest: oldest.toISOString() }));
    return { body: { asOf, items, technical } };
  },
});
