import { z } from 'zod';

/** What PostgreSQL cannot keep in `jsonb`: NUL, and half of a surrogate pair. */
const UNSTORABLE = /[\0\p{Surrogate}]/gu;

/** A text of 1 to `max` characters by a person, without spaces at its ends. */
export function text(max: number) {
  return z
    .string()
    .trim()
    .min(1)
    .max(max)
    .refine((written) => written === storable(written), 'holds NUL or half a character');
}

/** A text as it can be kept: what cannot is replaced by U+FFFD. */
export function storable(written: string): string {
  return written.replace(UNSTORABLE, '\uFFFD');
}
