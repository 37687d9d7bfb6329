import { addMonths, monthEnd } from '../../../law/calendar';
import { reportDue } from '../../../law/handlingsplan';
import type { StepId } from '../../../model/ids';
import type { Due } from '../../../model/plan';
import { NOT_RECORDED } from '../not-recorded';
import type { StepContext, StepDefinition } from '../step-definition';
import { monthOf, MONTHLY_IN_PROGRAMME, ofProgrammeMonth } from './in-programme';
import { HANDLINGSPLAN } from './programme';

/** Months after its last day in which a report, or that it was missed, may still come in by itself; configuration. */
const MONTHS_TO_REPORT = 1;

function reportOn(context: StepContext): Due {
  return reportDue(monthEnd(monthOf(context)));
}

/** What the person did in a month of the programme; reported after it, within two weeks (2000:628 6 a §). */
export const aktivitetsrapport: StepDefinition = {
  id: 'aktivitetsrapport' as StepId,
  agency: 'arbetsformedlingen',
  kind: 'filing',
  law: 'förordning 2000:628 6 a §; 2017:819 6:2',
  answeredBy: 'caseworker',
  handedOver: false,
  after: [{ step: HANDLINGSPLAN, outcomes: ['made', 'renewed'] }],
  needs: [],
  appliesTo: ofProgrammeMonth,
  outcomes: {
    filed: { effect: 'ends', by: 'newcomer', fields: {} },
    missed: { effect: 'ends', by: 'agency', fields: {} },
    notRecorded: NOT_RECORDED,
  },
  dues: (context) => [reportOn(context)],
  reminderWeeks: [],
  expectation: {
    medianDays: 14,
    p90Days: 17,
    source: 'Arbetsförmedlingen: den 1 till den 14 (ej verifierad)',
  },
  bring: [],
  sees: ['name', 'personnummer', 'activityReport'],
  recurs: MONTHLY_IN_PROGRAMME,
  endsByTime: (context) => ({
    outcome: 'notRecorded',
    on: addMonths(reportOn(context).date, MONTHS_TO_REPORT),
  }),
};
