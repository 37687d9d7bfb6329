import type { z } from 'zod';

/** What a notice says in our words, as the catalogue calls it. */
export type Said = {
  readonly outcome: string;
  readonly on: string;
  readonly servedOn?: string;
  readonly fields: Readonly<Record<string, string>>;
};

/** An agency's notice in our words: the reference that we gave, and what it says. */
export type Translated = Said & { readonly reference: string };

/** Reads an agency's notice; `reference` alone when the notice says something that nobody here knows. */
export type Translate = (notice: unknown) => Translated | { readonly reference: string } | undefined;

/** Reads the notices of one agency: `reference` finds ours in them, `known` is what they can say. */
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
