import { daysBetween } from '../../domain/law/calendar';
import type { PlainDate } from '../../domain/model/plain-date';
import type { Register } from '../../register/database';
import { countPastStuck, type PastPart } from '../../register/statistics/past-stuck';
import type { StuckFilters } from '../../register/stuck/list';
import type { StuckCount, SummaryPart } from '../../register/stuck/summary';
import { invalidParameter } from '../parameters';
import { Problem } from '../problem';

/** Stuck cases of an earlier day, counted in the night after it. */
type PastSummary = {
  readonly asOf: PlainDate;
  readonly items: (StuckCount & { readonly oldestDays: number })[];
  readonly technical: [];
};

/**
 * The summary of a past day, from the nightly counts. Throws 400 where reasons are asked about, which are not kept by
 * day, and 404 where no night has counted the day.
 */
export async function tellPastStuck(
  register: Register,
  asOf: PlainDate,
  { reason, ...filters }: StuckFilters,
  by: readonly SummaryPart[],
): Promise<PastSummary> {
  const parts = by.filter((part): part is PastPart => part !== 'reason');
  if (reason) throw invalidParameter('reason', 'is not kept of days that are past');
  if (parts.length < by.length) throw invalidParameter('by', 'reasons are not kept of days that are past');
  const counts = await countPastStuck(register, asOf, filters, parts);
  if (!counts) throw new Problem('not-found', 'That day has not been counted.');
  const items = counts.map((count) => ({ ...count, oldestDays: daysBetween(count.oldestSince, asOf) }));
  return { asOf, items, technical: [] };
}
