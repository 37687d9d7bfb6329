import { z } from 'zod';
import type { Register } from '../../register/database';
import { type ImportView, readImport } from '../../register/imports/progress';
import type { Caller } from '../auth/caller';
import { notFound } from '../problem';

/** An import in an address; in one spelling only, for messages are named after it. */
const ImportInPath = z.uuid().refine((id) => id === id.toLowerCase(), 'must be in lower case');

export const ImportParams = z.strictObject({ importId: ImportInPath.meta({ param: { id: 'ImportId' } }) });

/** Answer to stopping or resuming. */
export const ImportStopped = z
  .object({ importId: z.uuid(), isStopped: z.boolean() })
  .meta({ id: 'ImportStopped' });

/**
 * An import that the caller may know: their own, or one sent by somebody who works nowhere that they do not. Throws 404
 * for any other.
 */
export async function requireImport(
  register: Register,
  caller: Caller,
  importId: string,
): Promise<ImportView> {
  const view = await readImport(register, importId);
  if (!view || !mayKnow(caller, view)) throw notFound('import');
  return view;
}

function mayKnow({ subject, area }: Caller, view: ImportView): boolean {
  if (view.caller === subject || area === 'national') return true;
  return view.area !== 'national' && view.area.every((kommun) => area.includes(kommun));
}

/** The kommuner whose cases the caller may know; not set means all. */
export function kommunerOf({ area }: Caller) {
  return area === 'national' ? undefined : area;
}
