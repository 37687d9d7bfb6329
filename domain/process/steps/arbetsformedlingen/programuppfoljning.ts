import { programmeLastDay, programmeWindowEnds } from '../../../law/programme-time';
import type { PlainDate } from '../../../model/plain-date';
import { dayIn, presentAnswers } from '../../filings/answers';
import { sameAs } from '../follows-from';
import type { StepContext, StepDefinition } from '../step-definition';
import { outsideProgrammeAge } from './in-programme';
import {
  ANVISNING_ETABLERINGSPROGRAMMET,
  PROGRAMME_ENDS,
  programmeStart,
  PROGRAMUPPFOLJNING,
} from './programme';

/**
 * The last day of the programme, as Arbetsförmedlingen last prolonged it; where no assignment is known, the end of the longest time that a programme could take from now.
 */
function lastDayOf(context: StepContext): PlainDate {
  const start = programmeStart(context);
  if (start === undefined) return programmeWindowEnds(context.record.openedOn ?? context.today);
  const prolonged = presentAnswers(context).findLast(({ outcome }) => outcome === 'prolonged');
  return programmeLastDay(start, dayIn(prolonged, 'to'));
}

/**
 * The time of the programme and what came of it (2017:820 15-22 §§). It runs out by itself on its last day. Part time,
 * time before the plan and parental leave are not seen here: Arbetsförmedlingen reports to which day they prolong it.
 */
export const programuppfoljning: StepDefinition = {
  id: PROGRAMUPPFOLJNING,
  agency: 'arbetsformedlingen',
  kind: 'clock',
  law: 'förordning 2017:820 15-22 §§',
  answeredBy: 'caseworker',
  handedOver: false,
  after: [{ step: ANVISNING_ETABLERINGSPROGRAMMET, outcomes: ['assigned'] }],
  needs: [],
  appliesTo: (context) =>
    sameAs(ANVISNING_ETABLERINGSPROGRAMMET, context) ??
    outsideProgrammeAge(context, context.today) ?? { kind: 'applies' },
  outcomes: {
    prolonged: { effect: 'stays', by: 'agency', fields: { to: { type: 'date' } } },
    work: { effect: 'ends', by: 'agency', fields: {} },
    studies: { effect: 'ends', by: 'agency', fields: {} },
    timeEnded: { effect: 'ends', by: 'time', fields: {} },
    ended: { effect: 'ends', by: 'agency', fields: { why: { type: 'text' } } },
  },
  dues: (context) => [
    {
      date: lastDayOf(context),
      kind: 'right',
      rule: PROGRAMME_ENDS,
      law: '2017:820 15 §',
      whose: 'newcomer',
    },
  ],
  reminderWeeks: [],
  expectation: { medianDays: 730, p90Days: 1095, source: '2017:820 15 §: 24 månader inom 36' },
  bring: [],
  sees: ['name', 'dossiernummer', 'personnummer', 'programme'],
  endsByTime: (context) => ({ outcome: 'timeEnded', on: lastDayOf(context) }),
};
