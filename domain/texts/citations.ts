import type { Due } from '../model/plan';
import { type Language, listed, type Text } from './language';

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

/** Days that lag 1930:173 moves an act from or to, by the names that the calendar gives them. */
export const DAY_NAMES: { readonly [day: string]: string } = {
  måndag: 'Monday',
  tisdag: 'Tuesday',
  onsdag: 'Wednesday',
  torsdag: 'Thursday',
  fredag: 'Friday',
  lördag: 'Saturday',
  söndag: 'Sunday',
  nyårsdagen: "New Year's Day",
  'trettondedag jul': 'Epiphany',
  långfredagen: 'Good Friday',
  påskdagen: 'Easter Sunday',
  'annandag påsk': 'Easter Monday',
  'första maj': '1 May',
  'Kristi himmelsfärdsdag': 'Ascension Day',
  pingstdagen: 'Whit Sunday',
  nationaldagen: 'the national day',
  midsommarafton: "Midsummer's Eve",
  midsommardagen: 'Midsummer Day',
  'alla helgons dag': "All Saints' Day",
  julafton: 'Christmas Eve',
  juldagen: 'Christmas Day',
  'annandag jul': 'Boxing Day',
  nyårsafton: "New Year's Eve",
};

const KINDS = {
  target: { sv: 'mål', en: 'target' },
  expectation: { sv: 'förväntan', en: 'expectation' },
} as const satisfies Record<string, Text>;

const MOVED = {
  sv: { moved: 'flyttad från', past: 'förbi', to: 'till', by: 'enligt' },
  en: { moved: 'moved from', past: 'past', to: 'to', by: 'by' },
} as const satisfies Record<Language, object>;

/** A statute as it is cited, with its number: `FL (2017:900) 12 §`. Brackets of its own give way to commas. */
export function citation(law: string): string {
  const flat = law.replaceAll(' (', ', ').replaceAll(')', '');
  return flat.replaceAll(CITED, (_, name: string) => `${name} (${STATUTES[name]}) `);
}

/**
 * What a date rests on: the statute of a duty or a right and what moved it; of a target or an expectation its source, in
 * the words that were written down for it, which are Swedish.
 */
export function basisOf({ kind, law, movedBy }: Due, language: Language): string {
  if (kind === 'duty' || kind === 'right') {
    return movedBy ? `${citation(law)}; ${moveOf(movedBy, language)}` : citation(law);
  }
  const source = citation(law.replace(/^förväntan: /, ''));
  return language === 'sv' ? `${KINDS[kind].sv}, ${source}` : `${KINDS[kind].en}, source: “${source}”`;
}

/** `lördag → måndag, lag 1930:173 2 §` in words. */
function moveOf(movedBy: string, language: Language): string {
  const end = movedBy.lastIndexOf(', ');
  const days = movedBy.slice(0, end).split(' → ');
  const named = days.map((day) => (language === 'sv' ? day : (DAY_NAMES[day] ?? day)));
  const words = MOVED[language];
  const [from, ...after] = named;
  const to = after.pop();
  const past = after.length > 0 ? ` ${words.past} ${listed(after, language)}` : '';
  const law = movedBy.slice(end + 2).replace(/^lag (\S+)/, 'lag ($1)');
  return `${words.moved} ${from}${past} ${words.to} ${to} ${words.by} ${law}`;
}
