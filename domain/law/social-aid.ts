/**
 * Socialtjänstlagen (2025:400, SoL) 12 kap., socialtjänstförordningen (2025:468) 12:2-3: ekonomiskt bistånd, and the
 * riksnorm by which it reckons what a household needs. Of the act itself nothing was read: LMA 1 § tells of 10:2, the
 * förordning of 12:7.
 */
import type { PlainDate } from '../model/plain-date';
import type { DatedValue } from './dated';
import { rowOn } from './dated';

/** The right to bistånd as it is cited; before July 2025 it stood in SoL 2001:453 4:1. */
export const BISTAND_LAW = 'SoL 2025:400 12 kap.';

/** Why someone under LMA gets no bistånd from socialnämnden, as it is cited. */
export const LMA_BAR_LAW = 'LMA 1 §; SoL 2025:400 10:2';

/** Whole kronor a month. `children`: personal costs up to an age in years, in order; `common`: by persons, one to seven. */
export type Riksnorm = {
  readonly children: readonly { readonly upToAge: number; readonly kronor: number }[];
  readonly single: number;
  readonly couple: number;
  readonly common: readonly number[];
};

/** Ages in the statute's table: 0, 1-2, 3, 4-6, 7-10, 11-14, 15-18, 19-20. */
function byAge(kronor: readonly number[]): Riksnorm['children'] {
  const upToAges = [0, 2, 3, 6, 10, 14, 18, 20];
  return upToAges.map((upToAge, row) => ({ upToAge, kronor: kronor[row] ?? 0 }));
}

/** The norm by the day it is for. The last row goes on until the next year's is added. */
export const RIKSNORM: readonly DatedValue<Riksnorm>[] = [
  {
    validFrom: '2025-07-01',
    value: {
      children: byAge([2720, 3030, 2700, 3030, 3790, 4350, 4920, 4960]),
      single: 3910,
      couple: 7050,
      common: [1270, 1400, 1770, 2010, 2310, 2620, 2810],
    },
    statute: '2025:468 12:2',
    source:
      'SFS 2025:468; for the first half of 2025 the same sums stood in the förordning before it (not read)',
    verified: true,
  },
  {
    validFrom: '2026-01-01',
    value: {
      children: byAge([2740, 3060, 2720, 3060, 3820, 4390, 4960, 5000]),
      single: 3940,
      couple: 7100,
      common: [1280, 1410, 1790, 2030, 2330, 2640, 2830],
    },
    statute: '2025:468 12:2 (förordning 2025:1046)',
    source: 'SFS 2025:468 as published 2025-11-18; the year stands in a line that the copy lost',
    verified: false,
  },
];

/** Who shares a household: one adult or a couple, and the ages in years of the children at home. */
export type NormHousehold = { readonly adults: 1 | 2; readonly childAges: readonly number[] };

/**
 * The norm of a household in whole kronor a month, with lunch at home every day; undefined before the first row. Rent
 * and other reasonable costs come on top (SoL 12 kap.).
 */
export function riksnormOf({ adults, childAges }: NormHousehold, day: PlainDate): number | undefined {
  const norm = rowOn(RIKSNORM, day)?.value;
  if (norm === undefined) return undefined;
  const children = childAges.map((age) => norm.children.find(({ upToAge }) => age <= upToAge)?.kronor ?? 0);
  const personal = children.reduce((sum, kronor) => sum + kronor, adults === 2 ? norm.couple : norm.single);
  return personal + commonCost(norm, adults + childAges.length);
}

/** Beyond seven persons each adds the difference between six and seven (12:3). */
function commonCost({ common }: Riksnorm, persons: number): number {
  const [six = 0, seven = 0] = common.slice(5);
  return common[persons - 1] ?? seven + (persons - common.length) * (seven - six);
}
