import type { Due } from '../model/plan';
import type { PlainDate } from '../model/plain-date';
import { type Language, listed, type Text, writtenDay } from './language';

/** Days that lag 1930:173 moves an act from or to, by their names in the calendar. */
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

const LAW_MOVED = {
  sv: { moved: 'flyttad från', past: 'förbi', to: 'till', by: 'enligt' },
  en: { moved: 'moved from', past: 'past', to: 'to', by: 'by' },
} as const satisfies Record<Language, object>;

const PUT_OFF = { sv: 'framflyttad av', en: 'put off by' } as const satisfies Text;

/** What moved a date, in words: lag 1930:173 for a duty or a right, pauses and extensions for what is configuration. */
export function moveWords({ kind, movedBy }: Due, language: Language): string | undefined {
  if (movedBy === undefined) return undefined;
  if (kind === 'duty' || kind === 'right') return byLaw(movedBy, language);
  const causes = movedBy.split(', ').map((cause) => causeOf(cause, language));
  return `${PUT_OFF[language]} ${listed(causes, language)}`;
}

/** `lördag → måndag, lag 1930:173 2 §`: from where, past which holidays, to where. */
function byLaw(movedBy: string, language: Language): string {
  const end = movedBy.lastIndexOf(', ');
  const days = movedBy.slice(0, end).split(' → ');
  const [from, ...after] = days.map((day) => (language === 'sv' ? day : (DAY_NAMES[day] ?? day)));
  const to = after.pop();
  const words = LAW_MOVED[language];
  const past = after.length > 0 ? ` ${words.past} ${listed(after, language)}` : '';
  const law = movedBy.slice(end + 2).replace(/^lag (\S+)/, 'lag ($1)');
  return `${words.moved} ${from}${past} ${words.to} ${to} ${words.by} ${law}`;
}

/** `paus 14 dagar` or `förlängd till 2027-03-01`. */
function causeOf(cause: string, language: Language): string {
  const [, days] = /^paus (\d+) dag/.exec(cause) ?? [];
  if (days !== undefined) {
    const count = days === '1' ? { sv: '1 dag', en: '1 day' } : { sv: `${days} dagar`, en: `${days} days` };
    return { sv: `paus i ${count.sv}`, en: `a pause of ${count.en}` }[language];
  }
  const [, until] = /^förlängd till (\S+)$/.exec(cause) ?? [];
  if (until === undefined) return cause;
  const day = writtenDay(until as PlainDate, language);
  return { sv: `förlängning till den ${day}`, en: `an extension to ${day}` }[language];
}
