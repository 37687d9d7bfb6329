import { z } from 'zod';
import { HouseholdFacts, Member } from '../../intake/member';
import type { ImportFormat } from '../tables';
import { type Cells, readCells } from './csv-columns';
import type { Fault } from './fault';

/** Begins with a letter or digit: a spreadsheet reads other text as a formula when it opens the result. */
const HouseholdName = z
  .string()
  .regex(/^[\p{L}\p{N}][\p{L}\p{N} ._/-]{0,99}$/u, 'must be letters, digits, spaces, . _ / or -, 100 at most')
  .describe("The sender's own name for the household; rows with the same one are one household");

/** One row of an import: a person as in an intake, and the household that the person is one of. */
export const ImportRow = Member.extend({
  household: HouseholdName,
  householdFacts: HouseholdFacts.optional().describe(
    'Facts of the whole household; enough in one of its rows, and the same where told again',
  ),
}).meta({ id: 'ImportRow' });
export type ImportRow = z.infer<typeof ImportRow>;

/** A row that was read, or all its faults. */
export type ReadRow =
  | { readonly row: ImportRow; readonly faults?: undefined }
  | { readonly row?: undefined; readonly faults: readonly Fault[]; readonly household?: string };

/**
 * Reads one row as it was received: CSV's cells as JSON, or a line of JSON. Returns every faulty column, and no
 * value.
 */
export function readRow(format: ImportFormat, content: string): ReadRow {
  const written = parsed(content);
  if (typeof written !== 'object' || written === null || Array.isArray(written)) {
    return { faults: [{ column: 'row', rule: 'is not a JSON object' }] };
  }
  const { value, columnAt } =
    format === 'csv' ? readCells(written as Cells) : { value: written, columnAt: fieldAt };
  const read = ImportRow.safeParse(value);
  if (read.success) return { row: read.data };
  const faults = read.error.issues.map((issue) => ({
    column: columnAt(issue.path),
    rule: ruleOf(issue, value),
  }));
  const household = HouseholdName.safeParse(Object(value).household);
  return { faults: withoutRepeats(faults), ...(household.success && { household: household.data }) };
}

function parsed(content: string): unknown {
  try {
    return JSON.parse(content);
  } catch {
    return undefined;
  }
}

function fieldAt(path: readonly PropertyKey[]): string {
  return path.length > 0 ? path.map(String).join('.') : 'row';
}

/** zod quotes the names of unknown fields, which may contain anything. */
function ruleOf(issue: z.core.$ZodIssue, value: unknown): string {
  if (issue.code === 'unrecognized_keys') return 'has a field that is not known';
  return valueAt(value, issue.path) === undefined ? 'is missing' : issue.message;
}

function valueAt(value: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>((within, key) => Object(within)[key], value);
}

function withoutRepeats(faults: readonly Fault[]): Fault[] {
  const seen = new Map(faults.map((fault) => [`${fault.column}: ${fault.rule}`, fault]));
  return [...seen.values()];
}
