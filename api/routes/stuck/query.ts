import { z } from 'zod';
import { stockholmDayAt } from '../../../domain/law/stockholm-day';
import { AgencyId } from '../../../domain/model/agency';
import { KommunCode } from '../../../domain/model/ids';
import { PlainDate } from '../../../domain/model/plain-date';
import type { StuckFilters } from '../../../register/stuck/list';
import { kommunerOf } from '../../../register/work/colleagues';
import { REASON_KINDS } from '../../answers/work/stuck';
import type { Caller } from '../../auth/caller';
import { invalidParameter, KnownStep } from '../../parameters';

/** What stuck cases are asked for by: the step and agency are those of the root. */
export const StuckQuery = z.strictObject({
  asOf: PlainDate.optional().describe('Today when not given; a coming day, as if nothing happens until then'),
  kommun: KommunCode.optional().describe('Kommun of stay'),
  agency: AgencyId.optional().describe('Whose step is at the root'),
  step: KnownStep.optional().describe('The step at the root'),
  reason: z.enum(REASON_KINDS).optional(),
});

/** Whether a day is past: then only its counts are kept. */
export function isPast(asOf: PlainDate | undefined): asOf is PlainDate {
  return asOf !== undefined && asOf < stockholmDayAt(Date.now());
}

/** The day that is asked about. Throws 400 for a day that is past: of those days `GET /stuck/summary` tells the counts. */
export function dayAsked(asOf: PlainDate | undefined): {
  readonly asOf: PlainDate;
  readonly isToday: boolean;
} {
  const today = stockholmDayAt(Date.now());
  if (asOf !== undefined && asOf < today)
    throw invalidParameter('asOf', 'is past; single cases are not kept by day');
  return { asOf: asOf ?? today, isToday: (asOf ?? today) === today };
}

/** The filters within what the caller may know of. */
export function stuckFilters(caller: Caller, query: z.output<typeof StuckQuery>): StuckFilters {
  const { kommun, asOf: _asOf, ...filters } = query;
  return { ...filters, ...kommunerOf(caller, kommun), ...(caller.agency && { seenBy: caller.agency }) };
}
