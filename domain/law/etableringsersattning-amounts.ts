/** Förordning (2017:819) 2:13, 3:10-16 and 10:6: etableringsersättning, etableringstillägg and bostadsersättning in kronor. */
import type { PlainDate } from '../model/plain-date';
import { hasReached } from './age';
import type { DatedValue } from './dated';
import { rowOn } from './dated';

const READ = 'text of the statute as published 2025-12-22';

/** Kronor per day, at most `daysPerWeek` days a calendar week; the lower while the plan is being made. */
export type DailyAmounts = { readonly full: number; readonly mapping: number; readonly daysPerWeek: number };

/** Daily amounts of full-time programme. */
export const DAILY_AMOUNTS: readonly [DatedValue<DailyAmounts>, ...DatedValue<DailyAmounts>[]] = [
  {
    validFrom: '2018-01-01',
    value: { full: 308, mapping: 231, daysPerWeek: 5 },
    statute: '2017:819 2:13, 10:6',
    source: READ,
    verified: true,
  },
];

/** Etableringstillägg: kronor a month by the age of the child, and for how many children at most. */
export type ChildAmounts = {
  readonly younger: number;
  readonly older: number;
  readonly olderFrom: number;
  readonly under: number;
  readonly mostChildren: number;
};

/** Per child at home, of a household. */
export const CHILD_AMOUNTS: readonly [DatedValue<ChildAmounts>, ...DatedValue<ChildAmounts>[]] = [
  {
    validFrom: '2018-01-01',
    value: { younger: 800, older: 1500, olderFrom: 11, under: 20, mostChildren: 3 },
    statute: '2017:819 3:10-12',
    source: READ,
    verified: true,
  },
];

/** Bostadsersättning covers the part of the monthly cost of housing between two bounds, in kronor. */
export type HousingBounds = { readonly over: number; readonly upTo: number };

/** For one who lives alone without children at home. */
export const HOUSING_BOUNDS: readonly [DatedValue<HousingBounds>, ...DatedValue<HousingBounds>[]] = [
  {
    validFrom: '2018-01-01',
    value: { over: 1800, upTo: 5700 },
    statute: '2017:819 3:13-16',
    source: READ,
    verified: true,
  },
];

/** Kronor per day on a day, full time: 231 while kartläggning and plan are made, then 308. */
export function dailyAmount(day: PlainDate, phase: keyof Omit<DailyAmounts, 'daysPerWeek'>): number {
  return (rowOn(DAILY_AMOUNTS, day) ?? DAILY_AMOUNTS[0]).value[phase];
}

/**
 * Etableringstillägg of a household a month, on a day: for the three oldest of its children under 20. Where
 * underhållsstöd is paid for three children only the two oldest count, for four or five the oldest, for more none.
 */
export function etableringstillagg(
  childrenBornOn: readonly PlainDate[],
  day: PlainDate,
  childrenWithUnderhallsstod = 0,
): number {
  const { younger, older, olderFrom, under, mostChildren } = (rowOn(CHILD_AMOUNTS, day) ?? CHILD_AMOUNTS[0])
    .value;
  return childrenBornOn
    .filter((bornOn) => !hasReached(bornOn, under, day))
    .toSorted()
    .slice(0, Math.min(mostChildren, countedBeside(childrenWithUnderhallsstod)))
    .reduce((sum, bornOn) => sum + (hasReached(bornOn, olderFrom, day) ? older : younger), 0);
}

/** How many children may count beside those that underhållsstöd is paid for (3:12 second paragraph). */
function countedBeside(withUnderhallsstod: number): number {
  if (withUnderhallsstod < 3) return Infinity;
  if (withUnderhallsstod === 3) return 2;
  return withUnderhallsstod <= 5 ? 1 : 0;
}

/** Bostadsersättning a month for a cost of housing in kronor, on a day. Who may have it is not judged here (3:13-15). */
export function bostadsersattning(monthlyCost: number, day: PlainDate): number {
  const { over, upTo } = (rowOn(HOUSING_BOUNDS, day) ?? HOUSING_BOUNDS[0]).value;
  return Math.max(0, Math.min(monthlyCost, upTo) - over);
}
