import type { StepId } from '../../../model/ids';
import type { StepDefinition } from '../step-definition';

/** Migrationsverket calls the person to a meeting with an interpreter and serves the permit (utlänningslagen, FL 33 §). */
export const delgivning: StepDefinition = {
  id: 'delgivning' as StepId,
  agency: 'migrationsverket',
  kind: 'meeting',
  law: 'utlänningslagen 5 kap.; FL 33 §',
  answeredBy: 'caseworker',
  handedOver: true,
  after: [],
  needs: ['permit'],
  appliesTo: ({ facts }) =>
    facts.permit?.servedOn === undefined
      ? { kind: 'applies' }
      : { kind: 'notApplicable', why: 'servedBeforeArrival', law: 'FL 33 §' },
  outcomes: {
    served: { effect: 'ends', by: 'agency', fields: { howServed: { type: 'text' } } },
    notServed: { effect: 'again', by: 'agency', fields: { why: { type: 'text' } } },
  },
  dues: () => [],
  reminderWeeks: [],
  expectation: {
    medianDays: 10,
    p90Days: 10,
    source: 'förväntan: 0-10 dagar efter beslutet (ej verifierad)',
  },
  bring: ['lmaCard', 'passport'],
  sees: ['name', 'dossiernummer', 'bornOn', 'kommun'],
};
