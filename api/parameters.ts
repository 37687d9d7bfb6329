import { z } from 'zod';
import { CaseId, HouseholdId, StepId } from '../domain/model/ids';
import { stepDefinition } from '../domain/process/steps/catalogue';
import { bodyHash } from '../register/message-id';
import { notFound, Problem } from './problem';

/** A case in an address. In one spelling only: the case's workflow and its messages are named after it. */
const CaseInPath = CaseId.refine((id) => id === id.toLowerCase(), 'must be in lower case');

export const CaseParams = z.strictObject({ caseId: CaseInPath });
export const HouseholdParams = z.strictObject({ householdId: HouseholdId });
export const StepParams = z.strictObject({
  caseId: CaseInPath,
  stepId: z.string().meta({ description: 'A step of the catalogue', example: 'personnummer' }),
});

/** A step that something is asked by: a name that no step has would find nothing, and not say why. */
export const KnownStep = StepId.refine(
  (id) => stepDefinition(id) !== undefined,
  'is no step of the catalogue',
);

/** The step that an address names. Throws 404 for one that no case has. */
export function stepInPath(stepId: string): StepId {
  if (!stepDefinition(stepId)) throw notFound('step');
  return stepId as StepId;
}

/** Number of a row, as its table counts; no longer than what PostgreSQL reads as a `bigint`. */
export const RowNumber = z.string().regex(/^\d{1,18}$/, 'must be the number of a row');

/** The entity tag that a change of something is made on top of. */
export function changeHeaders(what: string) {
  const read = `ETag of the ${what} as it was read; 412 when it has changed`;
  return z.object({ 'if-match': z.string().max(500).optional().describe(read) });
}

/** The same of a case. */
export const ChangeHeaders = changeHeaders('case');

/** The entity tag that the reader already has. */
export const ReadHeaders = z.object({
  'if-none-match': z
    .string()
    .max(500)
    .optional()
    .describe('ETag of the answer that the reader has; 304 when it still holds'),
});

/** Whether the reader already has the very answer (RFC 9110 §13.1.2, weak comparison). */
export function isUnchanged(ifNoneMatch: string | undefined, tag: string): boolean {
  const tags = (ifNoneMatch ?? '').split(',').map((each) => each.trim().replace(/^W\//, ''));
  return tags.includes(tag) || tags.includes('*');
}

/** The entity tag of an answer that has no version of its own. */
export function bodyTag(body: unknown): string {
  return `"${bodyHash(body).slice(0, 32)}"`;
}

/** How many rows of a list a page holds. */
export const Limit = z.coerce.number().int().min(1).max(200).default(50);

/** A place in a list, as the cursor that the next page is asked with. */
export function writeCursor(place: readonly string[]): string {
  return Buffer.from(JSON.stringify(place)).toString('base64url');
}

/** A schema that reads a cursor back to the place it was written from, each part checked by its schema. */
export function cursorOf<T extends readonly [z.ZodType, ...z.ZodType[]]>(...parts: T) {
  const Place = z.tuple(parts as unknown as [z.ZodType, ...z.ZodType[]]);
  return z
    .string()
    .max(500)
    .describe('`nextCursor` of the page before; opaque')
    .transform((cursor, context) => {
      const place = Place.safeParse(parsed(cursor));
      if (place.success) return place.data as { [K in keyof T]: z.output<T[K]> };
      context.addIssue({ code: 'custom', message: 'is not a cursor of this list' });
      return z.NEVER;
    });
}

/** The 400 for one parameter that each by itself is well formed, and not as it stands here. */
export function invalidParameter(name: string, reason: string): Problem {
  return new Problem('invalid-request', 'One or more parameters are wrong.', {
    invalidParameters: [{ name, reason }],
  });
}

function parsed(cursor: string): unknown {
  try {
    return JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
  } catch {
    return undefined;
  }
}
