import { latest } from '../../../law/calendar';
import { orientationDue, orientationDutyEnds, orientationStanding } from '../../../law/samhallsorientering';
import type { StepId } from '../../../model/ids';
import type { PlainDate } from '../../../model/plain-date';
import type { Due } from '../../../model/plan';
import { presentAnswers } from '../../filings/answers';
import { doneOn } from '../arbetsformedlingen/programme';
import { AFTER_PERSONNUMMER, withoutPersonnummer } from '../follows-from';
import type { Applicability, EndByTime, StepContext, StepDefinition } from '../step-definition';

const PERSONNUMMER = 'personnummer' as StepId;

/** The day of the last start in the present filing. */
function startedOn(context: StepContext): PlainDate | undefined {
  return presentAnswers(context).findLast(({ outcome }) => outcome === 'started')?.on;
}

/** A person who has started continues, whatever birthday comes. */
function inTheGroup(context: StepContext): Applicability {
  const standing = orientationStanding(context.facts, context.today);
  if (standing?.isIn === false && startedOn(context) === undefined) {
    return { kind: 'notApplicable', why: standing.why, law: standing.law };
  }
  return withoutPersonnummer(context) ?? { kind: 'applies' };
}

/**
 * First registered in a kommun. The fact follows a person who moves to another kommun, so the decision counts where it
 * is the earlier.
 */
function firstRegisteredOn({ facts, planned }: StepContext): PlainDate | undefined {
  const decidedOn = doneOn(planned(PERSONNUMMER)?.status, 'registered');
  const from = facts.registration?.from;
  if (decidedOn === undefined || from === undefined) return decidedOn ?? from;
  return decidedOn < from ? decidedOn : from;
}

function orientationDues(context: StepContext): readonly Due[] {
  const started = startedOn(context);
  return started === undefined ? [] : [orientationDue(started)];
}

/** With the kommun's duty to offer it; a course that has started then has the rest of its year. */
function dutyOver(context: StepContext): EndByTime | undefined {
  const registeredOn = firstRegisteredOn(context);
  if (registeredOn === undefined) return undefined;
  const ends = orientationDutyEnds(registeredOn);
  return { outcome: 'dutyEnded', on: latest(ends, ...orientationDues(context).map(({ date }) => date)) };
}

/** Samhällsorientering in the kommun of registration: offered as soon as may be after it, usually done within a year. */
export const samhallsorientering: StepDefinition = {
  id: 'samhallsorientering' as StepId,
  agency: 'kommun',
  kind: 'enrolment',
  law: 'lag 2013:156; förordning 2010:1138',
  answeredBy: 'caseworker',
  handedOver: false,
  after: AFTER_PERSONNUMMER,
  needs: ['birth', 'permit', 'stay'],
  appliesTo: inTheGroup,
  outcomes: {
    started: { effect: 'stays', by: 'agency', fields: {} },
    interrupted: { effect: 'stays', by: 'agency', fields: {} },
    done: { effect: 'ends', by: 'agency', fields: {} },
    declined: { effect: 'ends', by: 'newcomer', fields: {} },
    dutyEnded: { effect: 'ends', by: 'time', fields: {} },
  },
  dues: orientationDues,
  endsByTime: dutyOver,
  reminderWeeks: [],
  expectation: {
    medianDays: 270,
    p90Days: 455,
    source: 'förväntan: börjar inom 3 månader, klar inom ett år därefter (ej verifierad)',
  },
  bring: ['permitCard'],
  sees: ['name', 'dossiernummer', 'personnummer', 'bornOn', 'kommun'],
};
