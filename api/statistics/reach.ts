import type { AgencyId } from '../../domain/model/agency';
import type { KommunCode, StepId } from '../../domain/model/ids';
import { CATALOGUE } from '../../domain/process/steps/catalogue';
import type { Caller } from '../auth/caller';
import { notFound } from '../problem';
import { kommunerOf, worksIn } from '../../register/work/colleagues';

/** What the caller asks to have counted. */
export type Asked = { readonly step?: StepId; readonly agency?: AgencyId; readonly kommun?: KommunCode };

/** What is counted for the caller: these steps, one agency's alone where one is named, in these kommuner or everywhere. */
export type Reach = {
  readonly steps: readonly StepId[];
  readonly agency?: AgencyId;
  readonly kommuner?: readonly KommunCode[];
};

/**
 * What of it the caller may know: managers and coordinators all agencies in their area, caseworkers their own agency's.
 * Throws 404 for a kommun, an agency or a step outside, and for one that is not there.
 */
export function reachOf(caller: Caller, { step, agency: askedAgency, kommun }: Asked): Reach {
  if (kommun !== undefined && !worksIn(caller, kommun)) throw notFound('kommun');
  const agency = caller.agency ?? askedAgency;
  if (askedAgency !== undefined && askedAgency !== agency) throw notFound('agency');
  const steps = CATALOGUE.filter((each) => agency === undefined || each.agency === agency)
    .map(({ id }) => id)
    .filter((id) => step === undefined || id === step);
  if (steps.length === 0) throw notFound('step');
  return { steps, ...(agency && { agency }), ...kommunerOf(caller, kommun) };
}
