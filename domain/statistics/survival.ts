/**
 * The product-limit estimator: E. L. Kaplan and P. Meier, "Nonparametric Estimation from Incomplete Observations",
 * Journal of the American Statistical Association 53 (1958), 457-481.
 */

/** Waits of one length: how many ended after so many days, and how many were last seen going on then (censored). */
export type Waits = { readonly days: number; readonly ended: number; readonly censored: number };

/** From this day on, until the next point, this share of all waits is reckoned to be going on still. */
export type CurvePoint = { readonly days: number; readonly surviving: number };

/** Products of fractions miss a round share by some 1e-16. */
const ROUNDING = 1e-9;

/**
 * The share of waits that is still going on after each day on which one ended. A wait that is cut off counts as long as
 * it was seen; one cut off on the day on which others end was there to end with them (the usual convention for ties).
 * The order of `waits` does not matter, and one length may come more than once.
 */
export function survivalCurve(waits: readonly Waits[]): readonly CurvePoint[] {
  const lengths = byLength(waits);
  let atRisk = lengths.reduce((all, { ended, censored }) => all + ended + censored, 0);
  let surviving = 1;
  const curve: CurvePoint[] = [];
  for (const { days, ended, censored } of lengths) {
    if (ended > 0) {
      surviving *= (atRisk - ended) / atRisk;
      curve.push({ days, surviving });
    }
    atRisk -= ended + censored;
  }
  return curve;
}

/**
 * The first day by which at least this share of the waits has ended; `undefined` when the curve never comes so far
 * because too many were cut off before. With nothing censored it is the nearest-rank percentile.
 */
export function endedBy(curve: readonly CurvePoint[], share: number): number | undefined {
  return curve.find(({ surviving }) => surviving <= 1 - share + ROUNDING)?.days;
}

function byLength(waits: readonly Waits[]): readonly Waits[] {
  const lengths = new Map<number, Waits>();
  for (const { days, ended, censored } of waits) {
    const known = lengths.get(days);
    lengths.set(days, {
      days,
      ended: ended + (known?.ended ?? 0),
      censored: censored + (known?.censored ?? 0),
    });
  }
  return [...lengths.values()].sort((one, other) => one.days - other.days);
}
