import { addDays, addMonths, firstOfMonthAfter, latest } from '../../../law/calendar';
import { firstPlanDue, renewalDue, renewalsReckonedFrom } from '../../../law/handlingsplan';
import { programmeWindowEnds } from '../../../law/programme-time';
import type { StepId } from '../../../model/ids';
import type { PlainDate } from '../../../model/plain-date';
import type { Due } from '../../../model/plan';
import { presentAnswers } from '../../filings/answers';
import { NOT_RECORDED } from '../not-recorded';
import type { EndByTime, StepContext, StepDefinition } from '../step-definition';
import { inProgrammeOn, programmeChangesOn } from './in-programme';
import { ANVISNING_ETABLERINGSPROGRAMMET, HANDLINGSPLAN, programmePeriod, programmeStart } from './programme';

const PERSONNUMMER = 'personnummer' as StepId;
const MONTHS_OF_A_PLAN = 6;

function planMadeOn(context: StepContext): PlainDate | undefined {
  return presentAnswers(context).find(({ outcome }) => outcome === 'made' || outcome === 'renewed')?.on;
}

/** Of the first plan from the day one could be made; of a renewal from its period. */
function planDues(context: StepContext): readonly Due[] {
  const { periodFrom, record, today } = context;
  if (periodFrom !== undefined) return [renewalDue(periodFrom)];
  const start = programmeStart(context);
  const opened = record.openedOn ?? today;
  return [firstPlanDue(start ? latest(start.from, start.planPossibleFrom ?? start.from) : opened)];
}

/** A renewal is not asked for where the six months end in the last month of the programme or after it. */
function lastRenewals(context: StepContext): PlainDate | undefined {
  const period = programmePeriod(context);
  return period && firstOfMonthAfter(addDays(period.lastDay, 1), -1);
}

/** A renewal ends when the next begins; a first plan waits as long as any programme could last. */
function planNotReported({ periodFrom, record, today }: StepContext): EndByTime {
  const opened = record.openedOn ?? today;
  const on = periodFrom ? addMonths(periodFrom, MONTHS_OF_A_PLAN) : programmeWindowEnds(opened);
  return { outcome: 'notRecorded', on: latest(on, addDays(opened, 1)) };
}

/** The individual plan, made once the person is registered and renewed at least every six months (2000:628 6 §). */
export const handlingsplan: StepDefinition = {
  id: HANDLINGSPLAN,
  agency: 'arbetsformedlingen',
  kind: 'meeting',
  law: 'förordning 2000:628 5 a-6 §§; 2017:820 11 §',
  answeredBy: 'caseworker',
  handedOver: false,
  after: [
    { step: ANVISNING_ETABLERINGSPROGRAMMET, outcomes: ['assigned'] },
    { step: PERSONNUMMER, outcomes: ['registered'] },
  ],
  needs: [],
  appliesTo: (context) => inProgrammeOn(context, context.today),
  outcomes: {
    made: { effect: 'ends', by: 'agency', fields: {} },
    renewed: { effect: 'ends', by: 'agency', fields: {} },
    notRecorded: NOT_RECORDED,
  },
  dues: planDues,
  reminderWeeks: [],
  expectation: { medianDays: 14, p90Days: 30, source: 'förväntan: 7-30 dagar (ej verifierad)' },
  bring: ['grades', 'workCertificates'],
  sees: ['name', 'personnummer', 'programme'],
  recurs: {
    everyMonths: MONTHS_OF_A_PLAN,
    from: (context) => {
      const madeOn = planMadeOn(context);
      return madeOn && renewalsReckonedFrom(madeOn);
    },
    until: lastRenewals,
  },
  endsByTime: planNotReported,
  changesOn: programmeChangesOn,
};
