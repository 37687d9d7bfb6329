/** Förordning (2017:820) om etableringsinsatser: whom etableringsprogrammet is for by age; riktålder: SFB (2010:110) 2:10 a-10 d. */
import type { PlainDate } from '../model/plain-date';
import { hasReached, reachesAge } from './age';
import { latest } from './calendar';
import type { DatedValue } from './dated';
import { nextChangeAfter, rowOn } from './dated';

const ADULT = 18;
const LOWER = 20;

/** Riktålder by the day it is read for. Decided six years ahead; the rows say how far. */
export const RIKTALDER: readonly DatedValue<number>[] = [
  {
    validFrom: '2026-01-01',
    value: 67,
    statute: 'SFB 2:10 a-10 d; for 2028 förordning 2022:1441',
    source: 'lagen.nu 2022:1441; Pensionsmyndigheten 2025 for 2026-2031',
    verified: true,
  },
  {
    validFrom: '2032-01-01',
    value: 67,
    statute: 'SFB 2:10 a-10 d',
    source: 'not decided when this was written: the last known value goes on',
    verified: false,
  },
];

/** The age at which the programme ends to be for someone; `riktalder` from 2026 (lag 2022:896). */
export const PROGRAMME_UPPER_AGE: readonly DatedValue<number | 'riktalder'>[] = [
  { validFrom: '2018-01-01', value: 65, statute: '2017:820 4 §', source: 'SFS 2017:820', verified: true },
  { validFrom: '2023-01-01', value: 66, statute: 'lag 2022:895', source: 'SFS metadata', verified: true },
  {
    validFrom: '2026-01-01',
    value: 'riktalder',
    statute: 'lag 2022:896',
    source: 'SFS metadata',
    verified: true,
  },
];

/** Riktålder on a day, in years. Before 2026 the age of the basic pension stands in for it: 66 from 2023, else 65. */
export function riktalderOn(day: PlainDate): number {
  return rowOn(RIKTALDER, day)?.value ?? (day >= '2023-01-01' ? 66 : 65);
}

function programmeUpperAge(day: PlainDate): number {
  const value = rowOn(PROGRAMME_UPPER_AGE, day)?.value ?? 65;
  return value === 'riktalder' ? riktalderOn(day) : value;
}

/** The first day from `from` on which a person is too old for the programme, by the limits that hold on the days till then. */
export function programmeAgeEndsOn(bornOn: PlainDate, from: PlainDate): PlainDate {
  const day = latest(from, reachesAge(bornOn, programmeUpperAge(from)));
  const change = nextLimitAfter(from);
  return change !== undefined && change <= day ? programmeAgeEndsOn(bornOn, change) : day;
}

function nextLimitAfter(day: PlainDate): PlainDate | undefined {
  const changes = [nextChangeAfter(PROGRAMME_UPPER_AGE, day), nextChangeAfter(RIKTALDER, day)];
  return changes.reduce(
    (first, change) => (first && (!change || first < change) ? first : change),
    undefined,
  );
}

/** Where a person stands by age. 18-19 counts only for those who have no parent in Sweden, once that is known. */
export function programmeAge(
  bornOn: PlainDate,
  day: PlainDate,
  parentsInSweden: boolean | undefined,
): 'tooYoung' | 'dependsOnParents' | 'programme' | 'tooOld' {
  if (hasReached(bornOn, programmeUpperAge(day), day)) return 'tooOld';
  if (hasReached(bornOn, LOWER, day)) return 'programme';
  if (parentsInSweden === true || !hasReached(bornOn, ADULT, day)) return 'tooYoung';
  return parentsInSweden === false ? 'programme' : 'dependsOnParents';
}

/** Days after `day` on which age or a changed age limit may change a plan: 16, 18, 20, riktålder, new tables. */
export function ageDaysAfter(bornOn: PlainDate, day: PlainDate): readonly PlainDate[] {
  const birthdays = [16, ADULT, LOWER, riktalderOn(day)].map((age) => reachesAge(bornOn, age));
  const changes = [nextChangeAfter(PROGRAMME_UPPER_AGE, day), nextChangeAfter(RIKTALDER, day)];
  return [...birthdays, ...changes].filter((date) => date !== undefined && date > day) as PlainDate[];
}
