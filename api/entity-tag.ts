import { z } from 'zod';
import { bodyHash } from '../register/message-id';
import { type Answer, otherAnswer } from './endpoint';

/** The entity tag that a change is made on top of. */
export const ChangeHeaders = z.object({
  'if-match': z
    .string()
    .max(500)
    .optional()
    .meta({
      description: 'ETag of what is changed, or of its case, as it was read; 412 when it has changed since',
      param: { id: 'IfMatch' },
    }),
});

/** The entity tag that the reader already has. */
export const ReadHeaders = z.object({
  'if-none-match': z
    .string()
    .max(500)
    .optional()
    .meta({
      description: 'ETag of the answer that the reader has; 304 when it still holds',
      param: { id: 'IfNoneMatch' },
    }),
});

/** The other result of a read that takes `ReadHeaders`. */
export const UNCHANGED = { 304: { description: 'The reader has this version already' } } as const;

/** The answer with its headers; 304 and these alone when the reader has the ETag already (RFC 9110 §13.1.2, weak comparison). */
export async function unlessKnown<T>(
  asked: z.output<typeof ReadHeaders>,
  headers: Readonly<Record<string, string>> & { readonly ETag: string },
  answer: () => Answer<T> | Promise<Answer<T>>,
): Promise<Answer<T>> {
  const tags = (asked['if-none-match'] ?? '').split(',').map((each) => each.trim().replace(/^W\//, ''));
  if (tags.includes(headers.ETag) || tags.includes('*')) return otherAnswer(304, undefined, headers);
  const fresh = await answer();
  return { ...fresh, headers: { ...headers, ...fresh.headers } };
}

/** The entity tag of an answer that has no version of its own. */
export function bodyTag(body: unknown): string {
  return `"${bodyHash(body).slice(0, 32)}"`;
}
