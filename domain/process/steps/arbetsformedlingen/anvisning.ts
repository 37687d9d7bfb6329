import { addDays } from '../../../law/calendar';
import { assignmentDue, notToBeAssigned, outOfGroup } from '../../../law/programme-group';
import { programmeWindowEnds } from '../../../law/programme-time';
import type { FactKind } from '../../../model/facts';
import type { StepId } from '../../../model/ids';
import type { PlainDate } from '../../../model/plain-date';
import { APPLICATION_OUTCOMES, REFUSAL_OUTCOMES, REVIEW_OUTCOMES } from '../../filings/outcomes';
import { sameAs } from '../follows-from';
import { heldByTemporaryProtection } from '../migrationsverket/temporary-protection-hold';
import type { Applicability, StepContext, StepDefinition } from '../step-definition';
import { outsideProgrammeAge } from './in-programme';
import { ANVISNING_ETABLERINGSPROGRAMMET, firstRegisteredOn } from './programme';

const AF_INSKRIVNING = 'afInskrivning' as StepId;

/** Those of the group who may be assigned now: by age, permit and anchor, occupation, housing and time. */
function mayBeAssigned(context: StepContext): Applicability {
  const { facts, today } = context;
  const outside = sameAs(AF_INSKRIVNING, context) ?? outsideProgrammeAge(context, today);
  if (outside) return outside;
  const group = outOfGroup(facts, today);
  const reason =
    group === 'anchorNotKnown' ? undefined : (group ?? notToBeAssigned(facts) ?? timeOut(context));
  if (reason) return { kind: 'notApplicable', why: reason.why, law: reason.law };
  return heldByTemporaryProtection(context) ?? { kind: 'applies' };
}

/** The first day on which the programme can no longer be used; undefined while nobody is registered. */
function windowOverOn(context: StepContext): PlainDate | undefined {
  const registeredOn = firstRegisteredOn(context);
  return registeredOn && addDays(programmeWindowEnds(registeredOn), 1);
}

function timeOut(context: StepContext) {
  const over = windowOverOn(context);
  if (over === undefined || over > context.today) return undefined;
  return { why: 'programmeTimeOut', law: '2017:820 15 § andra stycket' };
}

function anchorWhereItDecides({ facts, today }: StepContext): readonly FactKind[] {
  return outOfGroup(facts, today) === 'anchorNotKnown' ? ['anchor'] : [];
}

/** Arbetsförmedlingen's decision to assign the person to etableringsprogrammet (2017:820 3-6 §§). */
export const anvisningEtableringsprogrammet: StepDefinition = {
  id: ANVISNING_ETABLERINGSPROGRAMMET,
  agency: 'arbetsformedlingen',
  kind: 'decision',
  law: 'förordning 2017:820 3-6 §§; lag 2017:584',
  answeredBy: 'caseworker',
  handedOver: false,
  after: [{ step: AF_INSKRIVNING, outcomes: ['enrolled'] }],
  needs: ['permit'],
  alsoNeeds: anchorWhereItDecides,
  appliesTo: mayBeAssigned,
  outcomes: {
    assigned: { effect: 'ends', by: 'agency', fields: { from: { type: 'date' } } },
    notAssigned: { effect: 'refuses', by: 'agency', fields: { why: { type: 'text' } } },
    ...APPLICATION_OUTCOMES,
    ...REFUSAL_OUTCOMES,
    ...REVIEW_OUTCOMES,
  },
  dues: ({ record, today }) => [assignmentDue(record.filingOpenedOn ?? today)],
  reminderWeeks: [],
  expectation: { medianDays: 14, p90Days: 30, source: 'förväntan: 7-30 dagar (ej verifierad)' },
  bring: ['permitCard'],
  sees: ['name', 'dossiernummer', 'personnummer', 'bornOn', 'permit'],
  changesOn: (context) => [windowOverOn(context)],
};
