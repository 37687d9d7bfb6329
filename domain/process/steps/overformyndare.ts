import { GOD_MAN_LAW, isUnaccompaniedMinor } from '../../law/unaccompanied-minors';
import type { StepId } from '../../model/ids';
import { arrivalWithoutDelgivning, onceArrived } from './after-arrival';
import type { StepDefinition } from './step-definition';

/**
 * Överförmyndaren appoints a god man for a child alone here. Until then nobody can act for the child: a decision is
 * served on the god man, and not on the child, so delgivning waits for the appointment in practice. Ceases to apply on
 * the 18th birthday.
 */
export const godMan: StepDefinition = {
  id: 'godMan' as StepId,
  agency: 'overformyndare',
  kind: 'decision',
  law: GOD_MAN_LAW,
  answeredBy: 'caseworker',
  handedOver: false,
  after: [],
  needs: [],
  alsoNeeds: arrivalWithoutDelgivning,
  appliesTo: (context) =>
    isUnaccompaniedMinor(context.facts, context.today)
      ? onceArrived(context)
      : { kind: 'notApplicable', why: 'notUnaccompaniedMinor', law: GOD_MAN_LAW },
  outcomes: {
    appointed: { effect: 'ends', by: 'agency', fields: {} },
    notNeeded: { effect: 'ends', by: 'agency', fields: {} },
  },
  dues: () => [],
  reminderWeeks: [],
  expectation: { medianDays: 5, p90Days: 14, source: 'förväntan: inom några dagar (S49-S50, ej verifierad)' },
  bring: [],
  sees: [],
};
