import type { Due } from '../model/plan';
import type { Language, Text } from './language';
import { moveWords } from './moves';

/** Numbers of the statutes that the law tables cite by name alone; `docs/glossary.md` spells the names out. */
const STATUTES: { readonly [name: string]: string } = {
  FL: '2017:900',
  FOL: '1991:481',
  LMA: '1994:137',
  SFB: '2010:110',
  UtlL: '2005:716',
  skollagen: '2010:800',
  utlänningslagen: '2005:716',
};
const CITED = new RegExp(`(?<![\\p{L}])(${Object.keys(STATUTES).join('|')}) (?=\\d)(?!\\d{4}:)`, 'gu');

const KINDS = {
  target: { sv: 'mål', en: 'target' },
  expectation: { sv: 'förväntan', en: 'expectation' },
} as const satisfies Record<string, Text>;

/** A statute as it is cited, with its number: `FL (2017:900) 12 §`. Its own brackets become commas. */
export function citation(law: string): string {
  const flat = law.replaceAll(' (', ', ').replaceAll(')', '');
  return flat.replaceAll(CITED, (_, name: string) => `${name} (${STATUTES[name]}) `);
}

/**
 * The basis of a date and what moved it: the statute of a duty or a right; of a target or an expectation its source, in
 * the words that were written down for it, which are Swedish.
 */
export function basisOf(due: Due, language: Language): string {
  const moved = moveWords(due, language);
  return moved === undefined ? sourceOf(due, language) : `${sourceOf(due, language)}; ${moved}`;
}

function sourceOf({ kind, law }: Due, language: Language): string {
  if (kind === 'duty' || kind === 'right') return citation(law);
  const source = citation(law.replace(/^förväntan: /, ''));
  return language === 'sv' ? `${KINDS[kind].sv}, ${source}` : `${KINDS[kind].en}, source: “${source}”`;
}
