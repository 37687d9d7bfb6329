import { addDays } from '../../../law/calendar';
import { programmeAgeEndsOn } from '../../../law/programme-age';
import { mustLeaveProgramme } from '../../../law/programme-group';
import { programmeLastDay, type ProgrammeStart } from '../../../law/programme-time';
import type { StepId } from '../../../model/ids';
import type { PlainDate } from '../../../model/plain-date';
import type { StepStatus } from '../../../model/plan';
import type { StepContext } from '../step-definition';

export const ANVISNING_ETABLERINGSPROGRAMMET = 'anvisningEtableringsprogrammet' as StepId;
export const HANDLINGSPLAN = 'handlingsplan' as StepId;
export const PROGRAMUPPFOLJNING = 'programuppfoljning' as StepId;
const PERSONNUMMER = 'personnummer' as StepId;
const MOTTAGANDE = 'mottagande' as StepId;

/** Rule of the due date of `programuppfoljning` for the end of the programme's time. */
export const PROGRAMME_ENDS = 'programmeEnds';

/** What the programme is read from: the facts and the steps planned so far. */
export type ProgrammeContext = Pick<StepContext, 'facts' | 'planned'>;

/** The days of etableringsprogrammet, both included. */
export type ProgrammePeriod = { readonly from: PlainDate; readonly lastDay: PlainDate };

/**
 * The days of etableringsprogrammet for a person who has been assigned to it, past or present; undefined for others.
 *
 * `from` is the day of the decision to assign: the fields of an answer (`from`) are not seen from other steps. `lastDay`
 * is the day the follow-up ended, if it did; else the end of the time (2017:820 15 §), as the follow-up
 * prolonged it; and never later than the day before the age limit. Use it only of steps planned after
 * `programuppfoljning`, or once the whole plan is made; what is planned before does not see the follow-up.
 */
export function programmePeriod(context: ProgrammeContext): ProgrammePeriod | undefined {
  const start = programmeStart(context);
  if (start === undefined) return undefined;
  const ends = followedUpTo(context) ?? programmeLastDay(start);
  const { birth } = context.facts;
  const limit = birth && addDays(programmeAgeEndsOn(birth.bornOn, start.from), -1);
  const lastDay = limit !== undefined && limit < ends ? limit : ends;
  return { from: start.from, lastDay: lastDay < start.from ? start.from : lastDay };
}

/** The days that the programme's time is counted from; undefined for who has not been assigned. */
export function programmeStart({ facts, planned }: ProgrammeContext): ProgrammeStart | undefined {
  const from = doneOn(planned(ANVISNING_ETABLERINGSPROGRAMMET)?.status, 'assigned');
  if (from === undefined) return undefined;
  const decidedOn = doneOn(planned(PERSONNUMMER)?.status, 'registered');
  const registeredOn = firstRegisteredOn({ facts, planned });
  const planPossibleFrom = decidedOn ?? registeredOn;
  return {
    from,
    ...(planPossibleFrom === undefined ? {} : { planPossibleFrom }),
    ...(registeredOn === undefined ? {} : { registeredOn }),
  };
}

/**
 * First registered in a kommun. The fact follows a person who moves to another kommun, so the decision is taken where
 * it is the earlier. One who was assigned to a kommun lived in asylboende till then: counted from the reception there.
 */
export function firstRegisteredOn({ facts, planned }: ProgrammeContext): PlainDate | undefined {
  const decidedOn = doneOn(planned(PERSONNUMMER)?.status, 'registered');
  const from = facts.registration?.from;
  const first = from === undefined || (decidedOn !== undefined && decidedOn < from) ? decidedOn : from;
  const receivedOn = doneOn(planned(MOTTAGANDE)?.status, 'received');
  return first !== undefined && receivedOn !== undefined && receivedOn > first ? receivedOn : first;
}

/** The day a step ended with an outcome that was no refusal. */
export function doneOn(status: StepStatus | undefined, outcome: string): PlainDate | undefined {
  return status?.kind === 'done' && status.outcome === outcome && !status.refusal ? status.on : undefined;
}

/** The day the first plan was made: from its month on the full aid is paid, a month in arrears. */
export function planMadeOn({ planned }: ProgrammeContext): PlainDate | undefined {
  const status = planned(HANDLINGSPLAN)?.status;
  return doneOn(status, 'made') ?? doneOn(status, 'renewed');
}

/** The last day of the programme, or before it the last day before the person must leave it; undefined for others. */
export function inProgrammeUntil(context: ProgrammeContext): PlainDate | undefined {
  const lastDay = programmePeriod(context)?.lastDay;
  const leaves = mustLeaveProgramme(context.facts)?.from;
  return lastDay !== undefined && leaves !== undefined && leaves <= lastDay ? addDays(leaves, -1) : lastDay;
}

function followedUpTo({ planned }: ProgrammeContext): PlainDate | undefined {
  const followUp = planned(PROGRAMUPPFOLJNING);
  if (followUp?.status.kind === 'done') return followUp.status.on;
  return followUp?.dues.find(({ rule }) => rule === PROGRAMME_ENDS)?.date;
}
