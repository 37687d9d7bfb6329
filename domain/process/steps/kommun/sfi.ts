import { sfiAgeFrom, sfiDues } from '../../../law/sfi';
import type { StepId } from '../../../model/ids';
import type { PlainDate } from '../../../model/plain-date';
import { takenOn } from '../../dates/application-days';
import { APPEAL_OUTCOMES } from '../../filings/outcomes';
import { arrivalWithoutDelgivning, onceArrived } from '../after-arrival';
import { heldByTemporaryProtection } from '../migrationsverket/temporary-protection-hold';
import type { Applicability, StepContext, StepDefinition } from '../step-definition';

/** From 1 July of the year one turns 16, for those who lack Swedish and shall be registered (skollagen 20:31, 29:2). */
function hasRightToSfi(context: StepContext): Applicability {
  const { birth, language } = context.facts;
  if (language?.lacksSwedish === false) {
    return { kind: 'notApplicable', why: 'hasSwedish', law: 'skollagen 20:31' };
  }
  if (birth !== undefined && sfiAgeFrom(birth.bornOn) > context.today) {
    return { kind: 'notApplicable', why: 'underSfiAge', law: 'skollagen 20:31' };
  }
  return heldByTemporaryProtection(context) ?? onceArrived(context);
}

/** The day the kommun got the application: when its system took it, else when the filing opened. */
function signedUpOn(context: StepContext): PlainDate {
  return takenOn(context) ?? context.record.filingOpenedOn ?? context.today;
}

/** Svenska för invandrare: received, then started. What happens in the course later does not hold the case open. */
export const sfi: StepDefinition = {
  id: 'sfi' as StepId,
  agency: 'kommun',
  kind: 'enrolment',
  law: 'skollagen 20:24-33',
  answeredBy: 'agencySystem',
  handedOver: true,
  after: [],
  needs: ['birth', 'permit', 'stay'],
  alsoNeeds: arrivalWithoutDelgivning,
  appliesTo: hasRightToSfi,
  outcomes: {
    received: { effect: 'stays', by: 'agency', fields: {} },
    notReceived: { effect: 'refuses', by: 'agency', fields: { why: { type: 'text' } } },
    started: { effect: 'ends', by: 'agency', fields: { course: { type: 'text', optional: true } } },
    interrupted: { effect: 'stays', by: 'agency', fields: {}, later: true },
    resumed: { effect: 'stays', by: 'agency', fields: {}, later: true },
    ended: { effect: 'stays', by: 'agency', fields: { course: { type: 'text' } }, later: true },
    ...APPEAL_OUTCOMES,
  },
  dues: (context) => sfiDues(context.facts, context.today, signedUpOn(context)),
  reminderWeeks: [],
  expectation: { medianDays: 60, p90Days: 90, source: 'förväntan: start efter 30-90 dagar (ej verifierad)' },
  bring: ['permitCard'],
  sees: ['name', 'dossiernummer', 'personnummer', 'bornOn', 'kommun'],
};
