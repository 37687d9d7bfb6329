import fc from 'fast-check';
import { endedBy, survivalCurve, type Waits } from '../../../domain/statistics/survival';

/** Lengths in days as textbooks print them; one that was cut off carries a plus. */
function waits(text: string): Waits[] {
  return text.split(' ').map((length) => {
    const isCutOff = length.endsWith('+');
    return { days: Number.parseInt(length, 10), ended: isCutOff ? 0 : 1, censored: isCutOff ? 1 : 0 };
  });
}

/** The curve rounded as it is printed: day and share. */
function printed(text: string, digits: number): (readonly [number, number])[] {
  return survivalCurve(waits(text)).map(({ days, surviving }) => [days, Number(surviving.toFixed(digits))]);
}

/**
 * Weeks in remission of 21 patients on 6-mercaptopurine and 21 on placebo: E. J. Freireich et al., Blood 21 (1963); the
 * estimate as in J. P. Klein and M. L. Moeschberger, "Survival Analysis", 2nd edition, table 4.1.
 */
const MERCAPTOPURINE = '6 6 6 6+ 7 9+ 10 10+ 11+ 13 16 17+ 19+ 20+ 22 23 25+ 32+ 32+ 34+ 35+';
const PLACEBO = '1 1 2 2 3 4 4 5 5 8 8 8 8 11 11 12 12 15 17 22 23';

/**
 * Weeks to relapse with and without maintenance: S. H. Embury et al., Western Journal of Medicine 126 (1977), printed in
 * R. G. Miller, "Survival Analysis", 1981.
 */
const MAINTAINED = '9 13 13+ 18 23 28+ 31 34 45+ 48 161+';
const NOT_MAINTAINED = '5 5 8 8 12 16+ 23 27 30 33 43 45';

describe('the Kaplan-Meier estimate', () => {
  it('is the published one for 6-mercaptopurine, with ends and losses in one week', () => {
    expect(printed(MERCAPTOPURINE, 3)).toEqual([
      [6, 0.857],
      [7, 0.807],
      [10, 0.753],
      [13, 0.69],
      [16, 0.627],
      [22, 0.538],
      [23, 0.448],
    ]);
  });

  it('is the published one for maintenance after leukaemia', () => {
    expect(printed(MAINTAINED, 3)).toEqual([
      [9, 0.909],
      [13, 0.818],
      [18, 0.716],
      [23, 0.614],
      [31, 0.491],
      [34, 0.368],
      [48, 0.184],
    ]);
    expect(printed(NOT_MAINTAINED, 4).slice(0, 4)).toEqual([
      [5, 0.8333],
      [8, 0.6667],
      [12, 0.5833],
      [23, 0.4861],
    ]);
  });

  it.each([
    ['6-mercaptopurine', MERCAPTOPURINE, 23],
    ['placebo', PLACEBO, 8],
    ['maintenance', MAINTAINED, 31],
    ['no maintenance', NOT_MAINTAINED, 23],
  ])('has the published median of %s', (_, text, median) => {
    expect(endedBy(survivalCurve(waits(text)), 0.5)).toBe(median);
  });

  // By hand: 10 at risk; day 3 two end (8/10); day 5 one ends of 7 (one was lost on day 4), 8/10 x 6/7 = 24/35.
  it('is what one reckons by hand', () => {
    expect(survivalCurve(waits('3 3 4+ 5 6+ 7+ 8 9+ 9+ 9+'))).toEqual([
      { days: 3, surviving: 0.8 },
      { days: 5, surviving: expect.closeTo(24 / 35, 12) },
      { days: 8, surviving: expect.closeTo((24 / 35) * (3 / 4), 12) },
    ]);
  });

  it('counts a wait that is cut off on the day of an end as there to end that day', () => {
    expect(survivalCurve(waits('2 2+'))).toEqual([{ days: 2, surviving: 0.5 }]);
    expect(survivalCurve(waits('2 1+'))).toEqual([{ days: 2, surviving: 0 }]);
  });

  it('knows waits that end on the day on which they began', () => {
    expect(endedBy(survivalCurve(waits('0 0 0 4')), 0.5)).toBe(0);
  });

  it('has no median while too many go on', () => {
    const curve = survivalCurve(waits('3 9+ 9+'));
    expect([endedBy(curve, 0.3), endedBy(curve, 0.5)]).toEqual([3, undefined]);
    expect(survivalCurve([])).toEqual([]);
    expect(survivalCurve(waits('9+ 9+'))).toEqual([]);
  });

  it('reaches a share exactly, whatever fractions it came by', () => {
    const ten = waits('1 2 3 4 5 6 7 8 9 10');
    expect([0.1, 0.5, 0.9, 1].map((share) => endedBy(survivalCurve(ten), share))).toEqual([1, 5, 9, 10]);
  });
});

const anyWaits = fc.array(
  fc.record({
    days: fc.integer({ min: 0, max: 30 }),
    ended: fc.integer({ min: 0, max: 4 }),
    censored: fc.integer({ min: 0, max: 4 }),
  }),
  { maxLength: 20 },
);

/** The smallest length that at least this share of the lengths does not exceed. */
function nearestRank(lengths: readonly number[], share: number): number | undefined {
  const inOrder = lengths.toSorted((one, other) => one - other);
  return inOrder[Math.ceil(inOrder.length * share - 1e-9) - 1];
}

describe('any Kaplan-Meier estimate', () => {
  it('never rises, and lies between 1 and 0', () => {
    fc.assert(
      fc.property(anyWaits, (some) => {
        const shares = [1, ...survivalCurve(some).map(({ surviving }) => surviving), 0];
        expect(shares).toEqual(shares.toSorted((one, other) => other - one));
      }),
    );
  });

  it('with nothing cut off is the nearest-rank percentile', () => {
    fc.assert(
      fc.property(anyWaits, fc.constantFrom(0.1, 0.25, 0.5, 0.9), (some, share) => {
        const lengths = some.flatMap(({ days, ended }) => Array.from({ length: ended }, () => days));
        const whole = some.map((wait) => ({ ...wait, censored: 0 }));
        expect(endedBy(survivalCurve(whole), share)).toBe(nearestRank(lengths, share));
      }),
    );
  });

  it('never says that waits are shorter than those that ended say', () => {
    fc.assert(
      fc.property(anyWaits, (some) => {
        const ended = endedBy(survivalCurve(some.map((wait) => ({ ...wait, censored: 0 }))), 0.5);
        const all = endedBy(survivalCurve(some), 0.5);
        expect(all ?? Infinity).toBeGreaterThanOrEqual(ended ?? 0);
      }),
    );
  });

  it('is the same in whatever order the waits come, and however they are bundled', () => {
    fc.assert(
      fc.property(anyWaits, (some) => {
        const single = some.flatMap(({ days, ended, censored }) => [
          ...Array.from({ length: censored }, () => ({ days, ended: 0, censored: 1 })),
          ...Array.from({ length: ended }, () => ({ days, ended: 1, censored: 0 })),
        ]);
        expect(survivalCurve(single.toReversed())).toEqual(survivalCurve(some));
      }),
    );
  });
});
