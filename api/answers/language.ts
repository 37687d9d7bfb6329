import { z } from 'zod';
import { type Language, LANGUAGES } from '../../domain/texts/language';

/** The language of the product where the reader names none that it speaks. */
const USUAL: Language = 'sv';

/** The language that an answer is asked for in. */
export const LanguageQuery = z
  .enum(LANGUAGES)
  .optional()
  .describe('Language of the texts; by `Accept-Language` when not given, else Swedish');

/** What a browser says of the reader's languages. */
export const LanguageHeaders = z.object({
  'accept-language': z.string().max(500).optional().describe('RFC 9110 §12.5.4'),
});

/** The language to answer in: the one asked for, else the reader's best of those spoken (RFC 9110 §12.5.4). */
export function languageOf(asked: Language | undefined, acceptLanguage: string | undefined): Language {
  if (asked !== undefined) return asked;
  const accepted = (acceptLanguage ?? '').split(',').map(accept);
  const spoken = accepted.flatMap(({ range, weight }) => {
    const language = range === '*' ? USUAL : LANGUAGES.find((each) => each === range.split('-')[0]);
    return language !== undefined && weight > 0 ? [{ language, weight }] : [];
  });
  const [best] = spoken.toSorted((a, b) => b.weight - a.weight);
  return best?.language ?? USUAL;
}

function accept(part: string): { readonly range: string; readonly weight: number } {
  const [range = '', ...parameters] = part.split(';').map((each) => each.trim().toLowerCase());
  const quality = parameters.find((each) => each.startsWith('q='));
  const weight = quality === undefined ? 1 : Number(quality.slice(2));
  return { range, weight: Number.isNaN(weight) ? 0 : weight };
}
