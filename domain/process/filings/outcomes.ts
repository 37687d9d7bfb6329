/**
 * What may be reported about any decision besides the decision itself: completion of the application, a demand for a
 * decision (FL 12 §), service, appeal (FL 40-48 §§) and its end, a new application, letting a refusal stand.
 */
import type { OutcomeDefinition } from '../steps/step-definition';
import type { Course } from './course';

const agency = { by: 'agency', fields: {} } as const;
const newcomer = { by: 'newcomer', fields: {} } as const;
const court = { by: 'court', fields: {} } as const;

/**
 * Outcomes of a decision on an application: found incomplete (FL 20 §), late (11-12 §§), withdrawn by the applicant or
 * written off without being tried, and corrected afterwards (36 §).
 */
export const APPLICATION_OUTCOMES = {
  completionRequested: { by: 'agency', effect: 'stays', fields: { by: { type: 'date' } } },
  completionAnswered: { ...newcomer, effect: 'stays', errand: 'completion' },
  decisionDemanded: { ...newcomer, effect: 'stays', errand: 'demand' },
  demandRefused: { ...agency, effect: 'stays' },
  delayNotified: { by: 'agency', effect: 'stays', fields: { expectedOn: { type: 'date', optional: true } } },
  applicationWithdrawn: { ...newcomer, effect: 'ends' },
  avskriven: { by: 'agency', effect: 'ends', fields: { why: { type: 'text' } } },
  corrected: { by: 'agency', effect: 'stays', fields: { why: { type: 'text' } }, later: true },
} as const satisfies Record<string, OutcomeDefinition>;

/** The two ways to refuse: the application was tried and refused (avslag), or not tried at all (avvisning). */
export const DENIED_OR_DISMISSED = {
  denied: { by: 'agency', effect: 'refuses', fields: { grounds: { type: 'text' } } },
  avvisad: { by: 'agency', effect: 'refuses', fields: { why: { type: 'text' } } },
} as const satisfies Record<string, OutcomeDefinition>;

/** Outcomes of any refusal. */
export const REFUSAL_OUTCOMES = {
  decisionServed: { ...agency, effect: 'stays' },
  newApplication: { ...newcomer, effect: 'again' },
  letStand: { ...newcomer, effect: 'stands' },
} as const satisfies Record<string, OutcomeDefinition>;

/** Outcomes of any decision that may be appealed. */
export const APPEAL_OUTCOMES = {
  decisionServed: REFUSAL_OUTCOMES.decisionServed,
  appealFiled: { ...newcomer, effect: 'stays' },
  appealUpheld: { ...court, effect: 'stands' },
  appealChanged: { ...court, effect: 'stays' },
  appealRemitted: { ...court, effect: 'stays' },
  appealWithdrawn: { ...newcomer, effect: 'stands' },
  appealDismissedAsLate: { ...court, effect: 'stands' },
  newApplication: REFUSAL_OUTCOMES.newApplication,
  letStand: REFUSAL_OUTCOMES.letStand,
} as const satisfies Record<string, OutcomeDefinition>;

/** Outcomes of a decision that the agency must review itself before it can be appealed (SFB 113:7, 2017:819 11 kap.). */
export const REVIEW_OUTCOMES = {
  reviewRequested: { ...newcomer, effect: 'stays' },
  reviewUpheld: { ...agency, effect: 'stays' },
  reviewChanged: { ...agency, effect: 'stays' },
} as const satisfies Record<string, OutcomeDefinition>;

type SharedOutcome =
  keyof typeof APPLICATION_OUTCOMES | keyof typeof APPEAL_OUTCOMES | keyof typeof REVIEW_OUTCOMES;

const PENDING = ['awaiting', 'completionAsked'] as const;

/** The stages of a filing at which each shared outcome may be reported. */
const PLACE: { readonly [outcome in SharedOutcome]: readonly Course['kind'][] } = {
  completionRequested: PENDING,
  completionAnswered: ['completionAsked'],
  decisionDemanded: PENDING,
  demandRefused: PENDING,
  delayNotified: PENDING,
  applicationWithdrawn: PENDING,
  avskriven: PENDING,
  corrected: ['ended'],
  reviewRequested: ['refused'],
  reviewUpheld: ['underReview'],
  reviewChanged: ['underReview'],
  decisionServed: ['refused', 'appealed'],
  appealFiled: ['refused'],
  newApplication: ['refused'],
  letStand: ['refused'],
  appealUpheld: ['appealed'],
  appealChanged: ['appealed'],
  appealRemitted: ['appealed'],
  appealWithdrawn: ['appealed'],
  appealDismissedAsLate: ['appealed'],
};

/** Whether an outcome may be reported at this stage of a filing; a step's own outcomes may until it is decided. */
export function hasPlace(outcome: string, course: Course['kind']): boolean {
  const place: readonly Course['kind'][] = Object.hasOwn(PLACE, outcome)
    ? PLACE[outcome as SharedOutcome]
    : PENDING;
  return place.includes(course);
}
