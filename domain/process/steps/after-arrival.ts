import type { FactKind } from '../../model/facts';
import type { StepId } from '../../model/ids';
import type { Applicability, Prerequisite, StepContext } from './step-definition';

const DELGIVNING = 'delgivning' as StepId;

/** Steps that begin once the permit is served; where it was served abroad, once the person has arrived. */
export const AFTER_DELGIVNING: readonly Prerequisite[] = [{ step: DELGIVNING, outcomes: ['served'] }];

/** The arrival is needed only where there is no delgivning to wait for. */
export function arrivalWithoutDelgivning({ planned }: StepContext): readonly FactKind[] {
  return planned(DELGIVNING)?.status.kind === 'notApplicable' ? ['arrival'] : [];
}

/** Holds a step back until a day of arrival that is known but still to come. */
export function onceArrived({ facts, today }: StepContext): Applicability {
  const arrivedOn = facts.arrival?.arrivedOn;
  return arrivedOn !== undefined && arrivedOn > today
    ? { kind: 'until', until: arrivedOn, rule: 'arrival' }
    : { kind: 'applies' };
}
