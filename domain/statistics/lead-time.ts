import { endedBy, survivalCurve, type Waits } from './survival';

/**
 * Waits for a step by their length in days. `open`: still going on, for so many days on the day that is asked about;
 * `done`: ended with an outcome after so many; `stopped`: broken off after so many, with none.
 */
export type LeadTimes = {
  readonly kind: 'open' | 'done' | 'stopped';
  readonly days: number;
  readonly count: number;
};

/** Days within which half and nine tenths have ended; null where so many have not ended yet. */
export type Percentiles = { readonly median: number | null; readonly p90: number | null };

/** Lead times put together: of those that ended, and of all, with open ones counted at their length so far. */
export type LeadTimeFigures = {
  readonly open: number;
  readonly done: number;
  readonly stopped: number;
  readonly ofDone: Percentiles;
  readonly corrected: Percentiles;
};

/**
 * Median and 90th percentile twice. `ofDone` looks at ended waits alone, and so flatters a step whose slow ones are still
 * open. `corrected` is the Kaplan-Meier estimate: open and stopped waits are censored at their length, not left out.
 */
export function leadTimeFigures(times: readonly LeadTimes[]): LeadTimeFigures {
  const ended = times.filter(({ kind }) => kind === 'done');
  return {
    open: total(times.filter(({ kind }) => kind === 'open')),
    done: total(ended),
    stopped: total(times.filter(({ kind }) => kind === 'stopped')),
    ofDone: percentiles(ended),
    corrected: percentiles(times),
  };
}

function total(times: readonly LeadTimes[]): number {
  return times.reduce((sum, { count }) => sum + count, 0);
}

function percentiles(times: readonly LeadTimes[]): Percentiles {
  const curve = survivalCurve(times.map(asWaits));
  return { median: endedBy(curve, 0.5) ?? null, p90: endedBy(curve, 0.9) ?? null };
}

function asWaits({ kind, days, count }: LeadTimes): Waits {
  return kind === 'done' ? { days, ended: count, censored: 0 } : { days, ended: 0, censored: count };
}
