import { z } from 'zod';
import type { Days } from '../procedure/decision';
import { drawnDays } from '../procedure/decision';
import { identity, openAgency, personnummer, type Course, type OpenStep } from './app';
import { completionRequests, report } from './report';

/** It knows no dossier numbers, and of a permit no more than that there is one. */
const person = z.strictObject({
  ...identity,
  personnummer: personnummer.optional(),
  hasResidencePermit: z.literal(true).optional(),
});

/** A bank: a payment account and BankID. It is no authority: nothing is served, and no decision can be demanded. */
export const bank = openAgency({
  id: 'bank',
  errandPrefix: '',
  steps: {
    // Within ten bank days (2010:751 4 a kap.).
    bankkonto: ordered(
      'A',
      { first: 5, last: 15 },
      'Identiteten kunde inte kontrolleras (lag 2017:630 3 kap.).',
    ),
    // Days of our own making.
    bankId: ordered('B', { first: 3, last: 14 }, 'Giltig id-handling saknas.'),
  },
});

function ordered(prefix: string, lead: Days, why: string): OpenStep {
  return { person, number: ({ number }) => `${prefix}${number}`, course: orderCourse(lead, why) };
}

/** The course of an order: documents asked for, then opened or refused on the day that it is decided. */
function orderCourse(lead: Days, why: string): Course {
  return (matter, circumstances) => {
    const { requests, since } = completionRequests(matter, circumstances);
    if (!since) return requests;
    const { timetable, behaviour } = circumstances;
    const days = behaviour.leadDays ?? drawnDays(circumstances, lead, 'beslut');
    const { due, day } = timetable.after(since, days, 'beslut');
    const outcome = behaviour.avslag ? { outcome: 'refused', fields: { why } } : { outcome: 'opened' };
    const write = (id: string, today: string | undefined): object =>
      report(matter, id, { on: today ?? day }, outcome);
    return [...requests, { name: 'beslut', due, write }];
  };
}
