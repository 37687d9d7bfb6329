import { isNotResident, NOT_RESIDENT_LAW, noticeWithoutLoss } from '../../../law/social-insurance';
import type { StepId } from '../../../model/ids';
import type { Due } from '../../../model/plan';
import { demandDues, takenOn } from '../../dates/application-days';
import {
  APPEAL_OUTCOMES,
  APPLICATION_OUTCOMES,
  DENIED_OR_DISMISSED,
  REVIEW_OUTCOMES,
} from '../../filings/outcomes';
import { AFTER_DELGIVNING, arrivalWithoutDelgivning, onceArrived } from '../after-arrival';
import type { Applicability, StepContext, StepDefinition } from '../step-definition';

/** All but those whose permit keeps them from being resident (SFB 5:3). */
function insuredByResidence(context: StepContext): Applicability {
  if (isNotResident(context.facts)) {
    return { kind: 'notApplicable', why: 'temporaryProtectionNotResident', law: NOT_RESIDENT_LAW };
  }
  return onceArrived(context);
}

/** A notice that is in has lost nothing more; till then each month may cost one. */
function insuranceDues(context: StepContext): readonly Due[] {
  if (takenOn(context) !== undefined) return demandDues(context, 'forsakringskassan');
  return [noticeWithoutLoss(context.facts)].filter((due) => due !== undefined);
}

/** Insured by residence with Försäkringskassan, and the benefits that follow; noticed at once (SFB 5:3, 5:9, 5:11-12). */
export const socialforsakring: StepDefinition = {
  id: 'socialforsakring' as StepId,
  agency: 'forsakringskassan',
  kind: 'decision',
  law: 'SFB 5:3, 5:9, 5:11-12, 110:43',
  answeredBy: 'agencySystem',
  handedOver: true,
  after: AFTER_DELGIVNING,
  needs: ['permit'],
  alsoNeeds: arrivalWithoutDelgivning,
  appliesTo: insuredByResidence,
  outcomes: {
    registered: {
      effect: 'ends',
      by: 'agency',
      fields: { from: { type: 'date', optional: true }, benefits: { type: 'text', optional: true } },
    },
    notInsured: { effect: 'refuses', by: 'agency', fields: { grounds: { type: 'text' } } },
    avvisad: DENIED_OR_DISMISSED.avvisad,
    ...APPLICATION_OUTCOMES,
    ...APPEAL_OUTCOMES,
    ...REVIEW_OUTCOMES,
  },
  dues: insuranceDues,
  reminderWeeks: [],
  expectation: { medianDays: 60, p90Days: 120, source: 'förväntan: 2-4 månader (gissning, ej verifierad)' },
  bring: ['permitDecision', 'permitCard', 'bankAccountNumber'],
  sees: ['name', 'dossiernummer', 'personnummer', 'bornOn', 'arrivedOn', 'permit', 'kommun'],
};
