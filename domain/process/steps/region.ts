import { addDays, latest } from '../../law/calendar';
import { examinationPaidDue, examinationPaidUntil, firstReceivedOn } from '../../law/health-examination';
import type { StepId } from '../../model/ids';
import type { PlainDate } from '../../model/plain-date';
import { arrivalWithoutDelgivning, onceArrived } from './after-arrival';
import { NOT_RECORDED, offerEnd } from './not-recorded';
import type { EndByTime, StepContext, StepDefinition } from './step-definition';

const MOTTAGANDE = 'mottagande' as StepId;
/** Days after the state's payment has ended within which the examination may be reported; configuration. */
const DAYS_TO_REPORT = 60;

function receptionOf({ facts, planned }: StepContext): PlainDate | undefined {
  const reception = planned(MOTTAGANDE)?.status;
  const isReceived = reception?.kind === 'done' && reception.outcome === 'received';
  return firstReceivedOn(facts, isReceived ? reception.on : undefined);
}

/** Some days after nobody pays for it any more; where the day of reception is unknown or long ago, as any offer. */
function notReported(context: StepContext): EndByTime {
  const received = receptionOf(context);
  const offer = offerEnd(context);
  if (received === undefined) return offer;
  return { ...offer, on: latest(offer.on, addDays(examinationPaidUntil(received), DAYS_TO_REPORT)) };
}

/** The health examination that the region offers, with an interpreter. */
export const halsoundersokning: StepDefinition = {
  id: 'halsoundersokning' as StepId,
  agency: 'region',
  kind: 'meeting',
  law: 'lag 2008:344 7 §; förordning 2010:1122 34 §',
  answeredBy: 'agencySystem',
  handedOver: true,
  after: [],
  needs: ['permit', 'stay'],
  alsoNeeds: arrivalWithoutDelgivning,
  appliesTo: onceArrived,
  outcomes: {
    done: { effect: 'ends', by: 'agency', fields: {} },
    doneBefore: { effect: 'ends', by: 'agency', fields: {} },
    declined: { effect: 'ends', by: 'newcomer', fields: {} },
    notRecorded: NOT_RECORDED,
  },
  dues: (context) => {
    const received = receptionOf(context);
    return received === undefined ? [] : [examinationPaidDue(received)];
  },
  reminderWeeks: [],
  expectation: { medianDays: 30, p90Days: 90, source: 'förväntan: 1-3 månader (gissning, ej verifierad)' },
  bring: ['lmaCard', 'permitCard', 'vaccinationCard'],
  sees: ['name', 'dossiernummer', 'personnummer', 'bornOn', 'kommun'],
  endsByTime: notReported,
};
