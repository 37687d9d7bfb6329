import { APPEAL_ROUTES, appealRouteOf } from '../domain/law/appeal-routes';
import type { AppealRoute, LegalTime } from '../domain/law/appeal-time';
import { APPEAL_OUTCOMES, APPLICATION_OUTCOMES, REVIEW_OUTCOMES } from '../domain/process/filings/outcomes';
import type {
  OutcomeDefinition,
  OutcomeEffect,
  StepDefinition,
} from '../domain/process/steps/step-definition';
import { PARTIES } from '../domain/texts/parties';
import { code } from './markdown';

const EFFECTS: Readonly<Record<OutcomeEffect, string>> = {
  ends: 'ends the step',
  stays: 'leaves it open',
  again: 'begins a new filing',
  refuses: 'a refusal',
  stands: 'lets a refusal stand',
};

/** What an outcome does to its step, in words. */
export function effectWords({ effect, later }: OutcomeDefinition): string {
  return later ? 'said afterwards; changes nothing' : EFFECTS[effect];
}

/** Whose act an outcome is. An outcome that time brings about is not an act. */
export function whoseWords({ by }: OutcomeDefinition): string {
  return by === 'time' ? 'comes by itself' : by;
}

/** The fields of an outcome with their types. */
export function fieldWords({ fields }: OutcomeDefinition): string {
  return Object.entries(fields)
    .map(([name, { type, optional }]) => `${code(name)} ${type}${optional ? ', optional' : ''}`)
    .join('; ');
}

/** Where and within what time a decision is tried again; undefined for a step that decides nothing to be tried. */
export function appealWords({ id, outcomes }: StepDefinition): string | undefined {
  const refuses = Object.values(outcomes).some(({ effect }) => effect === 'refuses');
  return refuses || Object.hasOwn(APPEAL_ROUTES, id) ? routeWords(appealRouteOf(id)) : undefined;
}

function routeWords(route: AppealRoute): string {
  switch (route.kind) {
    case 'notAppealable':
      return `may not be appealed (${route.law})`;
    case 'reviewOnly':
      return `omprövning within ${timeWords(route.time)} of service (${route.law}), and no appeal after it`;
    case 'appealable': {
      const { reviewFirst, body, time, law } = route;
      const appeal = `to ${PARTIES[body].sv} within ${timeWords(time)} of service (${law})`;
      if (reviewFirst === undefined) return appeal;
      return `omprövning first, within ${timeWords(reviewFirst.time)} (${reviewFirst.law}); then ${appeal}`;
    }
  }
}

function timeWords(time: LegalTime): string {
  return 'weeks' in time ? `${time.weeks} weeks` : `${time.months} months`;
}

/** Outcomes that many decisions share; the pages list them once. */
export const SHARED_OUTCOMES: Readonly<Record<string, Readonly<Record<string, OutcomeDefinition>>>> = {
  'an application': APPLICATION_OUTCOMES,
  'an omprövning': REVIEW_OUTCOMES,
  'a refusal and its appeal': APPEAL_OUTCOMES,
};

/** The sets that a step has whole. */
export function sharedSetsOf({ outcomes }: StepDefinition): readonly string[] {
  return Object.entries(SHARED_OUTCOMES)
    .filter(([, set]) => Object.keys(set).every((name) => name in outcomes))
    .map(([name]) => name);
}

/** The outcomes of a step besides those of the shared sets that it has whole. */
export function ownOutcomes(step: StepDefinition): Readonly<Record<string, OutcomeDefinition>> {
  const shared = sharedSetsOf(step).flatMap((set) => Object.keys(SHARED_OUTCOMES[set] ?? {}));
  return Object.fromEntries(Object.entries(step.outcomes).filter(([name]) => !shared.includes(name)));
}
