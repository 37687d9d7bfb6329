import { VARDNADSHAVARE_LAW, isUnaccompaniedMinor } from '../../law/unaccompanied-minors';
import type { StepId } from '../../model/ids';
import { AFTER_DELGIVNING, arrivalWithoutDelgivning, onceArrived } from './after-arrival';
import type { StepDefinition } from './step-definition';

/**
 * Once the permit is served socialnämnden asks tingsrätten for a särskilt förordnad vårdnadshavare, who takes over from
 * the god man (lag 2005:429 5 §). Ceases to apply on the 18th birthday.
 */
export const vardnadshavare: StepDefinition = {
  id: 'vardnadshavare' as StepId,
  agency: 'tingsratt',
  kind: 'decision',
  law: VARDNADSHAVARE_LAW,
  answeredBy: 'caseworker',
  handedOver: false,
  after: [...AFTER_DELGIVNING, { step: 'godMan' as StepId, outcomes: ['appointed', 'notNeeded'] }],
  needs: [],
  alsoNeeds: arrivalWithoutDelgivning,
  appliesTo: (context) =>
    isUnaccompaniedMinor(context.facts, context.today)
      ? onceArrived(context)
      : { kind: 'notApplicable', why: 'notUnaccompaniedMinor', law: VARDNADSHAVARE_LAW },
  outcomes: {
    appointed: { effect: 'ends', by: 'court', fields: {} },
    notNeeded: { effect: 'ends', by: 'agency', fields: {} },
  },
  dues: () => [],
  reminderWeeks: [],
  expectation: { medianDays: 180, p90Days: 365, source: 'förväntan: ett halvt till ett år (ej verifierad)' },
  bring: [],
  sees: [],
};
