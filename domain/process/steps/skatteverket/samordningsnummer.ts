import { askerFor } from '../../../law/samordningsnummer';
import type { StepId } from '../../../model/ids';
import { demandDues } from '../../dates/application-days';
import { APPEAL_OUTCOMES, APPLICATION_OUTCOMES, DENIED_OR_DISMISSED } from '../../filings/outcomes';
import { NOT_RECORDED, offerEnd } from '../not-recorded';
import type { Applicability, StepContext, StepDefinition } from '../step-definition';

const PERSONNUMMER = 'personnummer' as StepId;
const LAW = 'lag 2022:1697 2:1';

function isUnderTemporaryProtection({ facts }: StepContext): boolean {
  return facts.permit?.ground === 'temporaryProtection';
}

/** For those never registered who have nothing to wait for: personnummer refused for good, or temporary protection. */
function inPlaceOfPersonnummer(context: StepContext): Applicability {
  const decision = context.planned(PERSONNUMMER)?.status;
  const end = decision?.kind === 'done' ? decision : undefined;
  if (context.facts.registration !== undefined || end?.outcome === 'registered') {
    return { kind: 'notApplicable', why: 'alreadyRegistered', law: LAW };
  }
  if (end?.refusal || isUnderTemporaryProtection(context)) return { kind: 'applies' };
  return { kind: 'notApplicable', why: 'personnummerInstead', law: LAW };
}

/**
 * The number of someone who is not registered. `denied` is of the person's own application; that an authority's request
 * came to nothing is no decision that the person can appeal (5:1), and ends the step.
 */
export const samordningsnummer: StepDefinition = {
  id: 'samordningsnummer' as StepId,
  agency: 'skatteverket',
  kind: 'decision',
  law: 'lag 2022:1697 2:1-6; förordning 2023:363 2-5 §§',
  answeredBy: 'caseworker',
  handedOver: false,
  after: [],
  needs: [],
  appliesTo: inPlaceOfPersonnummer,
  outcomes: {
    assigned: {
      effect: 'ends',
      by: 'agency',
      fields: {
        samordningsnummer: { type: 'samordningsnummer' },
        level: { type: 'text' },
        requestedBy: { type: 'text', optional: true },
      },
    },
    requestDeclined: { effect: 'ends', by: 'agency', fields: { why: { type: 'text', optional: true } } },
    ...DENIED_OR_DISMISSED,
    notRecorded: NOT_RECORDED,
    ...APPLICATION_OUTCOMES,
    ...APPEAL_OUTCOMES,
  },
  // FL 12 § is for a matter that a party began; temporary protection is Migrationsverket's request.
  dues: (context) =>
    askerFor(isUnderTemporaryProtection(context)) === 'individual' ? demandDues(context, 'skatteverket') : [],
  reminderWeeks: [],
  expectation: {
    medianDays: 28,
    p90Days: 126,
    source: 'förväntan: som personnummer, 4-18 veckor (ej verifierad)',
  },
  bring: ['passport', 'permitCard'],
  sees: ['name', 'dossiernummer', 'bornOn', 'citizenship', 'address', 'permit', 'travelDocument'],
  endsByTime: offerEnd,
};
