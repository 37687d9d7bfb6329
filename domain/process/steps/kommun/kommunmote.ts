import type { StepId } from '../../../model/ids';
import { AFTER_DELGIVNING, arrivalWithoutDelgivning, onceArrived } from '../after-arrival';
import type { StepDefinition } from '../step-definition';

/** The kommun's meeting: queue to school, bistånd, sfi, information. Held where the person stays. */
export const kommunmote: StepDefinition = {
  id: 'kommunmote' as StepId,
  agency: 'kommun',
  kind: 'meeting',
  law: 'FL 6, 8 §§',
  answeredBy: 'caseworker',
  handedOver: true,
  after: AFTER_DELGIVNING,
  needs: ['stay'],
  alsoNeeds: arrivalWithoutDelgivning,
  appliesTo: onceArrived,
  outcomes: {
    held: { effect: 'ends', by: 'agency', fields: { topics: { type: 'text', optional: true } } },
    noShow: { effect: 'again', by: 'agency', fields: {} },
  },
  dues: () => [],
  reminderWeeks: [],
  expectation: { medianDays: 10, p90Days: 10, source: 'förväntan: 10 dagar (ej verifierad)' },
  bring: ['permitCard'],
  sees: ['name', 'dossiernummer', 'personnummer', 'bornOn', 'kommun'],
};
