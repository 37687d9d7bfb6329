import { z } from 'zod';

/** How many rows of a list a page holds. */
export const Limit = z.coerce
  .number()
  .int()
  .min(1)
  .max(200)
  .default(50)
  .meta({ param: { id: 'Limit' } });

/** A page of a list, as every list is answered. */
export function pageOf<T extends z.ZodType>(item: T, id?: string) {
  return z.object({ items: z.array(item), nextCursor: z.string().nullable() }).meta({ id });
}

/** The rows that a page shows, where one more than its limit was read, and the cursor of the page after it. */
export function cutPage<T>(read: readonly T[], limit: number, placeOf: (last: T) => readonly string[]) {
  const rows = read.slice(0, limit);
  const last = read.length > limit ? rows.at(-1) : undefined;
  return { rows, nextCursor: last ? writeCursor(placeOf(last)) : null };
}

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

function parsed(cursor: string): unknown {
  try {
    return JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
  } catch {
    return undefined;
  }
}
