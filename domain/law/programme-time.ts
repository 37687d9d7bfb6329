/** Förordning (2017:820) 15-15 a §§: how long etableringsprogrammet lasts, and within what time it must be used. */
import type { PlainDate } from '../model/plain-date';
import { addDays, addMonths } from './calendar';
import type { DatedValue } from './dated';
import { rowOn } from './dated';

/** Months of full-time programme, months within which they must be used, and months of parental leave left out of these. */
export type ProgrammeMonths = {
  readonly full: number;
  readonly within: number;
  readonly parentalLeave: number;
};

/** The lengths by the day the programme begins. */
export const PROGRAMME_MONTHS: readonly [DatedValue<ProgrammeMonths>, ...DatedValue<ProgrammeMonths>[]] = [
  {
    validFrom: '2018-01-01',
    value: { full: 24, within: 36, parentalLeave: 12 },
    statute: '2017:820 15 §',
    source: 'Arbetsförmedlingen 2019, Varbergs kommun c. 2023; the older wording was not read',
    verified: false,
  },
  {
    validFrom: '2026-01-01',
    value: { full: 24, within: 36, parentalLeave: 24 },
    statute: '2017:820 15-15 a §§ (förordning 2025:311)',
    source: 'text of the statute as published 2026-01-02; the day it came into force from its metadata',
    verified: true,
  },
];

/** What the time is counted from. */
export type ProgrammeStart = {
  /** First day in the programme. */
  readonly from: PlainDate;
  /** The decision on the first registration: no plan can be made before it, and only what follows a plan counts. */
  readonly planPossibleFrom?: PlainDate;
  /** First registered in a kommun; for one who then lived in asylboende, first received in a kommun. */
  readonly registeredOn?: PlainDate;
};

/** The last day on which the programme may be used at all: 36 months from the first registration (lag 1930:173 1 §). */
export function programmeWindowEnds(registeredOn: PlainDate): PlainDate {
  return addMonths(registeredOn, monthsOn(registeredOn).within);
}

/**
 * The last day of the programme: 24 months from when a plan could be made, at most 36 from the first registration.
 * `prolongedTo` is a later day that Arbetsförmedlingen has named, for time before the plan, part time or parental leave;
 * it counts as far as the longest leave may carry it. Never before the first day.
 */
export function programmeLastDay(start: ProgrammeStart, prolongedTo?: PlainDate): PlainDate {
  const { from, planPossibleFrom, registeredOn } = start;
  const begins = planPossibleFrom !== undefined && planPossibleFrom > from ? planPossibleFrom : from;
  const months = monthsOn(from);
  const full = addDays(addMonths(begins, months.full), -1);
  const within = registeredOn === undefined ? full : programmeWindowEnds(registeredOn);
  const usual = full < within ? full : within;
  const longest = addMonths(within > full ? within : full, months.parentalLeave);
  const ends = prolongedTo === undefined ? usual : prolongedTo < longest ? prolongedTo : longest;
  return ends < from ? from : ends;
}

function monthsOn(day: PlainDate): ProgrammeMonths {
  return (rowOn(PROGRAMME_MONTHS, day) ?? PROGRAMME_MONTHS[0]).value;
}
