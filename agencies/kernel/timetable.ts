import { createHash } from 'node:crypto';
import {
  dayOf,
  later,
  officeMoment,
  plusDays,
  plusMilliseconds,
  workday,
  type Day,
  type Instant,
} from './calendar';
import type { AgencyState, Matter, Occasion } from './dossiers';

const DAY_MS = 86_400_000;

/** When something will happen: the moment, and the day it falls on. */
export type Coming = { readonly due: Instant; readonly day: Day };

/** Draws and dates for one matter. The same seed and place give the same dates whatever the case ids are. */
export type Timetable = {
  /** A number in [0, 1) for a named draw of this matter. */
  readonly share: (name: string) => number;
  /** A moment `days` days after something was received, in office hours of a working day. */
  readonly after: (since: Occasion, days: number, name: string) => Coming;
  /** The moment exactly `days` days later. */
  readonly delayed: (due: Instant, days: number) => Instant;
};

/**
 * Returns the timetable of a matter. A case that a walk holds draws by the walk's seed and its place among the walk's cases,
 * every other by the agency's seed and the person. At demonstration speed a day lasts `demoSpeedMs`.
 */
export function timetableOf(
  matter: Matter,
  state: AgencyState,
  settings: { readonly seed: string; readonly demoSpeedMs?: number },
): Timetable {
  const { caseId, stepId, filing } = matter.key;
  const hold = state.held[caseId];
  const place = hold ? [hold.seed, hold.index] : [settings.seed, matter.person];
  const share = (name: string): number => drawn(...place, stepId, filing, name);
  const speed = hold ? undefined : settings.demoSpeedMs;
  if (speed === undefined) return calendarTime(share);
  return {
    share,
    after: (since, days) => {
      const due = plusMilliseconds(since.wall, days * speed);
      return { due, day: dayOf(due) };
    },
    delayed: (due, days) => plusMilliseconds(due, days * speed),
  };
}

function calendarTime(share: Timetable['share']): Timetable {
  return {
    share,
    after: (since, days, name) => {
      const day = workday(plusDays(dayOf(since.at), days));
      const due = later(officeMoment(day, share(`${name}/time`)), plusMilliseconds(since.at, 1));
      return { due, day: dayOf(due) };
    },
    delayed: (due, days) => plusMilliseconds(due, days * DAY_MS),
  };
}

/** Returns a coming event as the start of what follows it. */
export function occasionOf(coming: Coming): Occasion {
  return { at: coming.due, wall: coming.due };
}

/** Returns whether a matter's answers are dated on the day they are sent (demonstration speed). */
export function isDemonstrated(
  matter: Matter,
  state: AgencyState,
  settings: { readonly demoSpeedMs?: number },
): boolean {
  return settings.demoSpeedMs !== undefined && !state.held[matter.key.caseId];
}

/** Returns a number in [0, 1) that depends on the words alone: the same in every run. */
export function drawn(...words: readonly (string | number)[]): number {
  const digest = createHash('sha256').update(JSON.stringify(words)).digest();
  return digest.readUIntBE(0, 6) / 2 ** 48;
}

/** Returns a whole number of days between two bounds, both included; `share` in [0, 1). */
export function daysBetween(first: number, last: number, share: number): number {
  return first + Math.floor(share * (last - first + 1));
}

const Z_90 = 1.2815515655446004;

/**
 * Returns days of a log-normal lead time with this median and 90th percentile, at least 1.
 * Takes two shares in [0, 1) (Box-Muller).
 */
export function logNormalDays(median: number, p90: number, shares: readonly [number, number]): number {
  const normal = Math.sqrt(-2 * Math.log(1 - shares[0])) * Math.cos(2 * Math.PI * shares[1]);
  const sigma = Math.log(p90 / median) / Z_90;
  return Math.max(1, Math.round(median * Math.exp(sigma * normal)));
}
