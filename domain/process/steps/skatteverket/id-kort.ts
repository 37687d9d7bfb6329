import { idCardFrom } from '../../../law/id-kort';
import type { StepId } from '../../../model/ids';
import { demandDues } from '../../dates/application-days';
import { APPEAL_OUTCOMES, APPLICATION_OUTCOMES, DENIED_OR_DISMISSED } from '../../filings/outcomes';
import { AFTER_PERSONNUMMER, withoutPersonnummer } from '../follows-from';
import { NOT_RECORDED, offerEnd } from '../not-recorded';
import type { Applicability, StepContext, StepDefinition } from '../step-definition';

const LAW = 'lag 2015:899';

/** From the 13th birthday, for those who are registered. */
function ofAge(context: StepContext): Applicability {
  const { birth } = context.facts;
  if (birth !== undefined && idCardFrom(birth.bornOn) > context.today) {
    return { kind: 'notApplicable', why: 'underIdCardAge', law: LAW };
  }
  return withoutPersonnummer(context) ?? { kind: 'applies' };
}

/** Skatteverket's identity card, asked for in person at some servicekontor; an offer, and the fee is paid before. */
export const idKort: StepDefinition = {
  id: 'idKort' as StepId,
  agency: 'skatteverket',
  kind: 'decision',
  law: 'lag 2015:899; förordning 2015:904',
  answeredBy: 'caseworker',
  handedOver: false,
  after: AFTER_PERSONNUMMER,
  needs: ['birth'],
  appliesTo: ofAge,
  outcomes: {
    issued: { effect: 'ends', by: 'agency', fields: {} },
    notWanted: { effect: 'ends', by: 'newcomer', fields: {} },
    ...DENIED_OR_DISMISSED,
    notRecorded: NOT_RECORDED,
    ...APPLICATION_OUTCOMES,
    ...APPEAL_OUTCOMES,
  },
  dues: (context) => demandDues(context, 'skatteverket'),
  reminderWeeks: [],
  expectation: { medianDays: 14, p90Days: 14, source: 'förväntan: ungefär 2 veckor (ej verifierad)' },
  bring: ['feeReceipt', 'permitCard', 'guardiansConsent'],
  sees: ['name', 'personnummer', 'bornOn', 'permit', 'photo', 'travelDocument'],
  changesOn: ({ facts }) => [facts.birth && idCardFrom(facts.birth.bornOn)],
  endsByTime: offerEnd,
};
