import type { z } from 'zod';

/** The content of a notice, with the catalogue's outcomes and fields. */
export type Said = {
  readonly outcome: string;
  readonly on: string;
  readonly servedOn?: string;
  readonly fields: Readonly<Record<string, string>>;
};

/** A notice translated to the catalogue's words, with our reference of the filing. */
export type Translated = Said & { readonly reference: string };

/**
 * Translates an agency's notice. Returns the reference only when the notice is in unknown words, and undefined when
 * it has none.
 */
export type Translate = (notice: unknown) => Translated | { readonly reference: string } | undefined;

/**
 * Returns the translation for one agency: `reference` finds our reference in a notice, `known` is the schema of its
 * notices.
 */
export function translator<Notice>(
  reference: z.ZodType<string>,
  known: z.ZodType<Notice>,
  said: (notice: Notice) => Said,
): Translate {
  return (notice) => {
    const referred = reference.safeParse(notice);
    if (!referred.success) return undefined;
    const read = known.safeParse(notice);
    return { reference: referred.data, ...(read.success && said(read.data)) };
  };
}
