import { z } from 'zod';
import { stockholmDayAt } from '../../domain/law/stockholm-day';
import { AgencyId } from '../../domain/model/agency';
import { KommunCode, StepId } from '../../domain/model/ids';
import { PlainDate } from '../../domain/model/plain-date';
import { Problem } from '../problem';

/** Who may ask for statistics; `reachOf` says about what. */
export const STATISTICS_ROLES = ['manager', 'coordinator', 'caseworker'] as const;

/** More than this is no table for people, and takes seconds to check for what must be withheld. */
const MOST_PLACES = 5_000;

/** The filters that all statistics of steps have. */
export const stepFilters = {
  step: StepId.optional().describe('One step of the catalogue, with all its occurrences'),
  agency: AgencyId.optional().describe('Steps of one agency'),
  kommun: KommunCode.optional().describe('Kommun of stay; protected persons are counted in none'),
};

/** The first day of a month. */
export function firstOf(month: string): PlainDate {
  return `${month}-01` as PlainDate;
}

/** What figures are told apart by: at most `most` of these sides, in any order, with commas between. */
export function groupBy<const S extends string>(
  sides: readonly [S, ...S[]],
  { by, most }: { by?: S; most: number },
) {
  const Sides = z.array(z.enum(sides)).max(most, `at most ${most} of ${sides.join(', ')}`);
  const text = z
    .string()
    .max(100)
    .describe(`At most ${most} of ${sides.join(', ')}, with commas between`);
  return (by === undefined ? text.optional() : text.default(by))
    .transform((written) => (written === undefined ? [] : written.split(',')))
    .pipe(Sides.refine((each) => new Set(each).size === each.length, 'must name each side once'));
}

/** The day that figures are told as of: the one asked for, or today. */
export function dayOf(asOf: PlainDate | undefined): PlainDate {
  return asOf ?? stockholmDayAt(Date.now());
}

export const AsOf = PlainDate.optional().describe(
  'Today where it is left out; a coming day as if nothing happened until then; an earlier day as it was known then',
);

/** Throws 400 for a table that is too large to be checked and read. */
export function requireReadable(places: number): void {
  if (places <= MOST_PLACES) return;
  const reason = `would make ${places} places, and at most ${MOST_PLACES} are told at once: name a step, an agency, a kommun or a shorter time`;
  throw new Problem('invalid-request', 'The table would be too large.', {
    invalidParameters: [{ name: 'groupBy', reason }],
  });
}
