import type { PlainDate } from '../model/plain-date';

/** The languages of the product. */
export const LANGUAGES = ['sv', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];

/** One text in every language. */
export type Text = { readonly [L in Language]: string };

const LOCALES = { sv: 'sv-SE', en: 'en-GB' } as const satisfies Record<Language, string>;

const daysIn = eachLanguage(
  (locale) => new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' }),
);
const monthsIn = eachLanguage(
  (locale) => new Intl.DateTimeFormat(locale, { month: 'long', year: 'numeric', timeZone: 'UTC' }),
);
const listsIn = eachLanguage((locale) => new Intl.ListFormat(locale, { type: 'conjunction' }));
const choicesIn = eachLanguage((locale) => new Intl.ListFormat(locale, { type: 'disjunction' }));

function eachLanguage<T>(make: (locale: string) => T): Readonly<Record<Language, T>> {
  return { sv: make(LOCALES.sv), en: make(LOCALES.en) };
}

/** A day as one writes it: `14 januari 2026`, `14 January 2026`. */
export function writtenDay(day: PlainDate, language: Language): string {
  return daysIn[language].format(utc(day));
}

/** The month of a day or of an occurrence, `2026-01`: `januari 2026`, `January 2026`. */
export function writtenMonth(month: string, language: Language): string {
  return monthsIn[language].format(utc(month));
}

/** `a, b och c`. */
export function listed(items: readonly string[], language: Language): string {
  return listsIn[language].format(items);
}

/** `a, b eller c`. */
export function choiceOf(items: readonly string[], language: Language): string {
  return choicesIn[language].format(items);
}

/** Some clauses as one sentence. */
export function asSentence(clauses: readonly string[]): string {
  return `${capitalised(clauses.join('; '))}.`;
}

/** With a capital letter first. */
export function capitalised(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** Days are reckoned as midnight UTC and written in UTC, so that no time zone can shift them. */
function utc(day: string): number {
  return Date.parse(day);
}
