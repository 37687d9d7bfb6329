import { z } from 'zod';
import { translator } from './translation';

/**
 * A report of the open protocol, which has the catalogue's outcomes and fields. Other fields beside these are
 * ignored.
 */
const Report = z.object({
  outcome: z.string(),
  on: z.string(),
  servedOn: z.string().optional(),
  fields: z.record(z.string(), z.string()).default({}),
});
const Reference = z.object({ filing: z.string() }).transform(({ filing }) => filing);

/** Reads a report of an agency that speaks the open protocol (`docs/operations/agency-protocol.md`). */
export const readOpenReport = translator(Reference, Report, (report) => report);
