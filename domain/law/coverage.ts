/** Days that something covers and days that nothing does: spans of calendar days, both ends included. No statute. */
import type { PlainDate } from '../model/plain-date';
import { addDays, latest } from './calendar';

/** The days from `from` to `until`, both included; without `until` there is no end in sight. */
export type Span = { readonly from: PlainDate; readonly until?: PlainDate };

/**
 * The first stretch from `start` on that none of the spans covers and that has not ended on `day`: it may have begun long
 * ago, or be still to come. Undefined when there is none. A span that ends before it begins covers nothing.
 */
export function firstUncovered(spans: readonly Span[], start: PlainDate, day: PlainDate): Span | undefined {
  let from = start;
  for (const span of [...spans].sort((a, b) => (a.from < b.from ? -1 : 1))) {
    if (span.until !== undefined && span.until < span.from) continue;
    if (span.from > from && span.from > day) return { from, until: addDays(span.from, -1) };
    if (span.until === undefined) return undefined;
    from = latest(from, addDays(span.until, 1));
  }
  return { from };
}
