import { outsideAssignment, receptionDue } from '../../../law/settlement';
import type { StepId } from '../../../model/ids';
import type { Due } from '../../../model/plan';
import type { Applicability, StepContext, StepDefinition } from '../step-definition';
import { heldByTemporaryProtection } from './temporary-protection-hold';

const ANVISNING = 'anvisningKommun' as StepId;
const LAW = 'lag 2016:38 2-5 §§';

/**
 * Those to be assigned, once the permit can ground folkbokföring (2 §). Who became egenbosatt because no place could be
 * used is still on the way that this case has gone.
 */
function toBeAssigned(context: StepContext): Applicability {
  const { facts, record } = context;
  const hadNoUse = record.answers.some(({ outcome }) => outcome === 'notUsable');
  const why = hadNoUse ? undefined : outsideAssignment(facts);
  if (why !== undefined) return { kind: 'notApplicable', why, law: LAW };
  return heldByTemporaryProtection(context) ?? { kind: 'applies' };
}

/** Migrationsverket assigns a kommun that must receive the person; the decision may not be appealed (prop. 2015/16:54). */
export const anvisningKommun: StepDefinition = {
  id: ANVISNING,
  agency: 'migrationsverket',
  kind: 'decision',
  law: 'lag 2016:38 2-5 §§; förordning 2016:39 10 §',
  answeredBy: 'caseworker',
  handedOver: false,
  after: [],
  needs: ['permit'],
  appliesTo: toBeAssigned,
  outcomes: {
    assigned: { effect: 'ends', by: 'agency', fields: { kommun: { type: 'kommun' } } },
    noneYet: { effect: 'stays', by: 'agency', fields: {} },
    notUsable: {
      effect: 'ends',
      by: 'agency',
      fields: { why: { type: 'text', optional: true } },
      facts: () => [{ kind: 'settlement', form: 'egenbosatt' }],
    },
  },
  dues: () => [],
  reminderWeeks: [],
  expectation: {
    medianDays: 60,
    p90Days: 150,
    source: 'förväntan: 120 dagar från tillstånd till mottagande (RiR 2021:29), delningen ej verifierad',
  },
  bring: [],
  sees: [],
};

/** Where nobody is to be assigned there is nobody to receive, for the same reason. */
function assigned({ planned }: StepContext): Applicability {
  const anvisning = planned(ANVISNING)?.status;
  if (anvisning?.kind === 'done' && anvisning.outcome === 'notUsable') {
    return { kind: 'notApplicable', why: 'placeNotUsable', law: LAW };
  }
  if (anvisning?.kind !== 'notApplicable') return { kind: 'applies' };
  const { why, law } = anvisning;
  return { kind: 'notApplicable', why, ...(law === undefined ? {} : { law }) };
}

function dutyToReceive({ facts, planned }: StepContext): readonly Due[] {
  const anvisning = planned(ANVISNING)?.status;
  const due = anvisning?.kind === 'done' ? receptionDue(facts, anvisning.on) : undefined;
  return due === undefined ? [] : [due];
}

/**
 * The assigned kommun receives the person. The stay begins here but does not follow as a fact: an outcome's facts are
 * the person's own and would override the household's later moves, so the new stay is a fact of the household.
 */
export const mottagande: StepDefinition = {
  id: 'mottagande' as StepId,
  agency: 'kommun',
  kind: 'meeting',
  law: 'lag 2016:38 5 §; förordning 2016:39 10 §',
  answeredBy: 'caseworker',
  handedOver: false,
  after: [{ step: ANVISNING, outcomes: ['assigned'] }],
  needs: [],
  appliesTo: assigned,
  outcomes: {
    received: { effect: 'ends', by: 'agency', fields: {} },
    declined: { effect: 'ends', by: 'newcomer', fields: {} },
  },
  dues: dutyToReceive,
  reminderWeeks: [],
  expectation: {
    medianDays: 60,
    p90Days: 75,
    source: 'förväntan: inom de två månaderna i förordning 2016:39 10 § (ej verifierad)',
  },
  bring: ['permitCard'],
  sees: [],
};
