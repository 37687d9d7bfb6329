import type { StepId } from '../../model/ids';
import type { Applicability, Prerequisite, StepContext } from './step-definition';

/**
 * What an earlier step that does not apply means for one that makes no sense without it: it does not apply either, for
 * the same reason and by the same law. Undefined while the earlier step applies; also where a refusal further back
 * closed it, which closes this one by itself, and where the installation does not carry it, which holds nothing up.
 */
export function sameAs(
  step: StepId,
  { planned }: Pick<StepContext, 'planned'>,
): (Applicability & { readonly kind: 'notApplicable' }) | undefined {
  const status = planned(step)?.status;
  if (status?.kind !== 'notApplicable' || status.because !== undefined) return undefined;
  const { why, law } = status;
  if (why === 'notCarriedHere') return undefined;
  return { kind: 'notApplicable', why, ...(law === undefined ? {} : { law }) };
}

const PERSONNUMMER = 'personnummer' as StepId;

/** Steps that nobody can take without a personnummer. */
export const AFTER_PERSONNUMMER: readonly Prerequisite[] = [{ step: PERSONNUMMER, outcomes: ['registered'] }];

/** That no personnummer comes, with the reason; undefined for those who have one or may still get one. */
export function withoutPersonnummer(context: StepContext): Applicability | undefined {
  return context.facts.registration === undefined ? sameAs(PERSONNUMMER, context) : undefined;
}
