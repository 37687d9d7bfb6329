import { addDays } from '../../law/calendar';
import type { StepId } from '../../model/ids';
import type { Due } from '../../model/plan';
import { completeOn } from '../dates/application-days';
import { APPLICATION_OUTCOMES } from '../filings/outcomes';
import { onceArrived } from './after-arrival';
import { NOT_RECORDED, offerEnd } from './not-recorded';
import type { Applicability, StepContext, StepDefinition } from './step-definition';

/** Share of assessments made within five months of a complete application. */
const P90_DAYS = 150;
const SOURCE = 'förväntan: 80 dagar 2019, 2-5 månader 2021 från komplett ansökan (UHR, ej verifierad)';
/** Days without an answer after which an application is no longer waited for; configuration. */
const DAYS_OPEN = 365;

/** Those known to have grades from abroad; a regulated profession has a body of its own. */
function withForeignGrades(context: StepContext): Applicability {
  const { education } = context.facts;
  if (education?.foreignGrades !== true) return { kind: 'notApplicable', why: 'noForeignGradesKnown' };
  if (education.regulatedProfession) return { kind: 'notApplicable', why: 'regulatedProfession' };
  return onceArrived(context);
}

/** UHR counts from the day the application was complete. */
function usualTime(context: StepContext): readonly Due[] {
  const complete = completeOn(context);
  if (complete === undefined) return [];
  return [
    {
      date: addDays(complete, P90_DAYS),
      kind: 'expectation',
      rule: 'assessedFromComplete',
      law: SOURCE,
      whose: 'uhr',
    },
  ];
}

/** UHR's assessment of grades from abroad: a statement and no permit, which needs no personnummer. */
export const betygsbedomning: StepDefinition = {
  id: 'betygsbedomning' as StepId,
  agency: 'uhr',
  kind: 'decision',
  law: 'förordning 2012:811 (ej läst)',
  answeredBy: 'agencySystem',
  handedOver: true,
  after: [],
  needs: [],
  appliesTo: withForeignGrades,
  outcomes: {
    assessed: { effect: 'ends', by: 'agency', fields: { level: { type: 'text', optional: true } } },
    noEquivalent: { effect: 'ends', by: 'agency', fields: {} },
    notRecorded: NOT_RECORDED,
    ...APPLICATION_OUTCOMES,
  },
  dues: usualTime,
  reminderWeeks: [],
  expectation: { medianDays: 80, p90Days: P90_DAYS, source: SOURCE },
  bring: ['grades', 'permitCard'],
  sees: ['name', 'dossiernummer', 'personnummer', 'bornOn', 'permit', 'grades'],
  endsByTime: (context) => offerEnd(context, DAYS_OPEN),
};
