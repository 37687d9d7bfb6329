/**
 * Förordning (2001:127) om sommartid, direktiv 2000/84/EG: Sweden keeps UTC+1, and UTC+2 from the last Sunday of March
 * to the last Sunday of October, changing at 01:00 UTC. Written out without a library so that a workflow may use it.
 */
import type { PlainDate } from '../model/plain-date';

const HOUR = 3_600_000;

function lastSundayAtOneUtc(year: number, month: number): number {
  const lastDay = new Date(Date.UTC(year, month + 1, 0));
  return Date.UTC(year, month, lastDay.getUTCDate() - lastDay.getUTCDay(), 1);
}

/** The calendar day in Sweden at a moment given in epoch milliseconds. Valid for the rule in force since 1996. */
export function stockholmDayAt(epochMilliseconds: number): PlainDate {
  const year = new Date(epochMilliseconds).getUTCFullYear();
  const isSummer =
    epochMilliseconds >= lastSundayAtOneUtc(year, 2) && epochMilliseconds < lastSundayAtOneUtc(year, 9);
  const local = new Date(epochMilliseconds + (isSummer ? 2 : 1) * HOUR);
  return local.toISOString().slice(0, 10) as PlainDate;
}
