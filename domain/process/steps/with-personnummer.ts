import type { StepId } from '../../model/ids';
import { sameAs } from './arbetsformedlingen/follows-from';
import type { Applicability, Prerequisite, StepContext } from './step-definition';

const PERSONNUMMER = 'personnummer' as StepId;

/** Steps that nobody can take without a personnummer. */
export const AFTER_PERSONNUMMER: readonly Prerequisite[] = [{ step: PERSONNUMMER, outcomes: ['registered'] }];

/** That no personnummer comes, with the reason; undefined for those who have one or may still get one. */
export function withoutPersonnummer(context: StepContext): Applicability | undefined {
  return context.facts.registration === undefined ? sameAs(PERSONNUMMER, context) : undefined;
}
