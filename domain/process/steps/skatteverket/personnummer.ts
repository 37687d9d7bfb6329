import { addDays } from '../../../law/calendar';
import { delayDue } from '../../../law/delay';
import { moveInHint, notificationDue } from '../../../law/folkbokforing';
import type { Fact } from '../../../model/facts';
import type { KommunCode, StepId } from '../../../model/ids';
import type { PlainDate } from '../../../model/plain-date';
import type { Due } from '../../../model/plan';
import { APPEAL_OUTCOMES, APPLICATION_OUTCOMES, DENIED_OR_DISMISSED } from '../../filings/outcomes';
import { AFTER_DELGIVNING, arrivalWithoutDelgivning, onceArrived } from '../after-arrival';
import { sameAs } from '../follows-from';
import { heldByTemporaryProtection } from '../migrationsverket/temporary-protection-hold';
import type { Applicability, StepContext, StepDefinition } from '../step-definition';

const FLYTTNINGSANMALAN = 'flyttningsanmalan' as StepId;
/** Share of decisions taken within 18 weeks: "many within 4 weeks, up to 18 with more inquiry". */
const P90_DAYS = 126;

/** Not the already registered, unless this case made the notice; those with temporary protection by lag 2024:691. */
function notYetRegistered(context: StepContext): Applicability {
  const { facts, record } = context;
  const isOwnNotice = record.answers.some(({ outcome }) => outcome === 'filed');
  if (facts.registration !== undefined && !isOwnNotice) {
    return { kind: 'notApplicable', why: 'alreadyRegistered', law: 'FOL 26 §' };
  }
  return heldByTemporaryProtection(context) ?? onceArrived(context);
}

/** Notice of the move to Sweden, made in person at a servicekontor by the whole household (FOL 26-26 c §§). */
export const flyttningsanmalan: StepDefinition = {
  id: FLYTTNINGSANMALAN,
  agency: 'skatteverket',
  kind: 'filing',
  law: 'FOL 26-28 §§',
  answeredBy: 'caseworker',
  handedOver: true,
  after: AFTER_DELGIVNING,
  needs: ['permit'],
  alsoNeeds: arrivalWithoutDelgivning,
  appliesTo: notYetRegistered,
  outcomes: { filed: { effect: 'ends', by: 'newcomer', fields: {} } },
  dues: ({ facts, today }) =>
    [notificationDue(facts, today), moveInHint(facts, today)].filter((due) => due !== undefined),
  reminderWeeks: [],
  expectation: { medianDays: 12, p90Days: 21, source: 'förväntan: besök inom 3-21 dagar (ej verifierad)' },
  bring: ['passport', 'permitCard', 'papersOfCivilStatus', 'landlordsConsent'],
  sees: ['name', 'dossiernummer', 'bornOn', 'arrivedOn', 'permit', 'kommun', 'dwelling'],
  together: 'visit',
};

/** The day the matter began at Skatteverket: the notice, or a later application after a refusal. */
function matterBeganOn({ record, planned, today }: StepContext): PlainDate {
  const renewed = record.answers.findLast(({ outcome }) => outcome === 'newApplication');
  const notice = planned(FLYTTNINGSANMALAN)?.status;
  const filedOn = notice?.kind === 'done' ? notice.on : undefined;
  return renewed?.on ?? filedOn ?? record.openedOn ?? today;
}

/** FL 12 § from the day the matter began, a demand once in it; FL 11 § when it is late by the usual measure. */
function delayDues(context: StepContext): readonly Due[] {
  const { record } = context;
  const began = record.answers.findLastIndex(({ outcome }) => outcome === 'newApplication');
  const demand = record.answers.slice(began + 1).find(({ outcome }) => outcome === 'decisionDemanded');
  const opened = record.filingOpenedOn ?? context.today;
  return [
    delayDue(matterBeganOn(context), demand?.on, 'skatteverket'),
    {
      date: addDays(opened, P90_DAYS),
      kind: 'expectation',
      rule: 'noticeOfDelay',
      law: 'FL 11 §',
      whose: 'skatteverket',
    },
  ];
}

/** With the decision the person is registered in a kommun from a day (FOL 6, 35 §§). */
function registrationOf(fields: Readonly<Record<string, string>>): readonly Fact[] {
  const { kommun, from } = fields;
  if (kommun === undefined || from === undefined) return [];
  return [{ kind: 'registration', kommun: kommun as KommunCode, from: from as PlainDate }];
}

/** Skatteverket's decision on folkbokföring, with which the personnummer comes (FOL 3, 18, 34 §§). */
export const personnummer: StepDefinition = {
  id: 'personnummer' as StepId,
  agency: 'skatteverket',
  kind: 'decision',
  law: 'FOL 3-4, 18, 34 §§',
  answeredBy: 'agencySystem',
  handedOver: true,
  after: [{ step: FLYTTNINGSANMALAN, outcomes: ['filed'] }],
  needs: [],
  appliesTo: (context) => sameAs(FLYTTNINGSANMALAN, context) ?? { kind: 'applies' },
  outcomes: {
    registered: {
      effect: 'ends',
      by: 'agency',
      fields: { personnummer: { type: 'personnummer' }, from: { type: 'date' }, kommun: { type: 'kommun' } },
      facts: registrationOf,
    },
    avslag: { effect: 'refuses', by: 'agency', fields: { grounds: { type: 'text' } } },
    avvisad: DENIED_OR_DISMISSED.avvisad,
    ...APPLICATION_OUTCOMES,
    ...APPEAL_OUTCOMES,
  },
  dues: delayDues,
  reminderWeeks: [4, 8, 18],
  expectation: {
    medianDays: 28,
    p90Days: P90_DAYS,
    source: 'förväntan: 4-18 veckor, Skatteverket (ej verifierad)',
  },
  bring: [],
  sees: ['name', 'dossiernummer', 'bornOn', 'arrivedOn', 'permit', 'kommun', 'dwelling'],
};
