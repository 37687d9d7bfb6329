import { delayDue } from '../../../law/delay';
import { extensionDue, extensionOpensOn } from '../../../law/permit-extension';
import type { StepId } from '../../../model/ids';
import type { Due } from '../../../model/plan';
import type { Answer } from '../../../model/step-record';
import { presentAnswers } from '../../filings/answers';
import { APPEAL_OUTCOMES, APPLICATION_OUTCOMES, DENIED_OR_DISMISSED } from '../../filings/outcomes';
import { unrecordedEnd } from '../not-recorded';
import type { Applicability, StepContext, StepDefinition } from '../step-definition';

const EXTENSION_LAW = 'UtlL 5 kap.; SFB 5:12';

/** The permit card, posted to the person or handed out abroad; a card that nobody records closes by itself. */
export const uppehallstillstandskort: StepDefinition = {
  id: 'uppehallstillstandskort' as StepId,
  agency: 'migrationsverket',
  kind: 'notice',
  law: 'UtlL 2005:716; UtlF 2006:97 (ej läst för kortet)',
  answeredBy: 'caseworker',
  handedOver: false,
  after: [],
  needs: ['permit'],
  appliesTo: () => ({ kind: 'applies' }),
  outcomes: {
    received: { effect: 'ends', by: 'newcomer', fields: {} },
    notRecorded: { effect: 'ends', by: 'time', fields: {} },
  },
  dues: () => [],
  endsByTime: ({ record, today }) => unrecordedEnd(record.filingOpenedOn ?? today),
  reminderWeeks: [],
  expectation: { medianDays: 14, p90Days: 28, source: 'förväntan: två veckor (ej verifierad)' },
  bring: [],
  sees: [],
};

/**
 * A permit without an end has nothing to extend. Months ahead the step does not apply rather than being held back, so
 * that a permit of three years keeps no case open; `changesOn` names the day on which it begins to.
 */
function nearsItsEnd({ facts, today }: StepContext): Applicability {
  if (facts.permit === undefined) return { kind: 'applies' };
  const { validTo } = facts.permit;
  if (validTo === undefined) {
    return { kind: 'notApplicable', why: 'permitWithoutEnd', law: EXTENSION_LAW };
  }
  if (today < extensionOpensOn(validTo)) {
    return { kind: 'notApplicable', why: 'extensionFarAway', law: EXTENSION_LAW };
  }
  return { kind: 'applies' };
}

/** The application for this filing: filed under the present permit, not an earlier one; or the one after a refusal. */
function applicationOf({ facts, record }: StepContext): Answer | undefined {
  return record.answers.findLast(({ outcome, filing, on }) => {
    if (outcome === 'newApplication') return filing === record.filing - 1;
    return outcome === 'filed' && filing === record.filing && on >= (facts.permit?.decidedOn ?? on);
  });
}

/** Until it is filed the last day to apply; from then FL 12 §. */
function extensionDues(context: StepContext): readonly Due[] {
  const { facts } = context;
  const application = applicationOf(context);
  if (application === undefined) return facts.permit?.validTo ? [extensionDue(facts.permit.validTo)] : [];
  const demand = presentAnswers(context).findLast(({ outcome }) => outcome === 'decisionDemanded');
  return [delayDue(application.on, demand?.on, 'migrationsverket')];
}

/**
 * Extension of a permit with an end: applied for by the person, decided by Migrationsverket. `granted` ends the step
 * for this case, and the case's end does not wait for the permit after that: one granted two years more outlives the
 * path. Where another end does come nearer meanwhile, a caseworker reopens the step. The new permit itself is recorded as
 * a fact; with that alone the step does not apply (`extensionFarAway`) and opens by itself three months before the new end.
 */
export const forlangning: StepDefinition = {
  id: 'forlangning' as StepId,
  agency: 'migrationsverket',
  kind: 'filing',
  law: EXTENSION_LAW,
  answeredBy: 'caseworker',
  handedOver: false,
  after: [],
  needs: ['permit'],
  appliesTo: nearsItsEnd,
  changesOn: ({ facts }) => (facts.permit?.validTo ? [extensionOpensOn(facts.permit.validTo)] : []),
  outcomes: {
    filed: { effect: 'stays', by: 'newcomer', fields: {} },
    granted: { effect: 'ends', by: 'agency', fields: { to: { type: 'date', optional: true } } },
    ...DENIED_OR_DISMISSED,
    ...APPLICATION_OUTCOMES,
    ...APPEAL_OUTCOMES,
  },
  dues: extensionDues,
  reminderWeeks: [],
  expectation: {
    medianDays: 180,
    p90Days: 365,
    source: 'förväntan: ansökan inom tre månader, beslut efter månader (ej verifierad)',
  },
  bring: ['passport', 'permitCard'],
  sees: [],
};
