import type { PlainDate } from '../model/plain-date';

/** How two birth dates are alike. */
export type BirthDates = 'same' | 'dayAndMonthSwapped' | 'oneDigitDiffers';

/** A person as far as likeness asks: the words of `nameParts`, and the day of birth. */
export type Described = { readonly parts: readonly string[]; readonly bornOn: PlainDate };

/** Of so many letters one may be another, be missing or be too many. */
const LETTERS_TO_ONE_FAULT = 5;

/**
 * How two entries may be one person; `undefined` when nothing suggests it. With the same birth date every word of the shorter
 * name is found in the longer one, a letter in five left to the clerk; with a mistaken birth date the names are the same
 * once folded. Never more than a hint: only a person decides.
 */
export function likeness(one: Described, other: Described): BirthDates | undefined {
  const birthDates = birthDatesAlike(one.bornOn, other.bornOn);
  if (birthDates === undefined) return undefined;
  const areAlike = birthDates === 'same' ? namesAlike(one.parts, other.parts) : sameName(one, other);
  return areAlike ? birthDates : undefined;
}

/**
 * Whether one birth date can be the other mistyped. 1 January is written for those whose birthday nobody knows, so there
 * a differing digit means nothing.
 */
export function birthDatesAlike(one: PlainDate, other: PlainDate): BirthDates | undefined {
  if (one === other) return 'same';
  const [year, month, day] = one.split('-');
  if (other === `${year}-${day}-${month}`) return 'dayAndMonthSwapped';
  if (one.endsWith('-01-01') || other.endsWith('-01-01')) return undefined;
  const differing = [...one].filter((digit, place) => digit !== other[place]).length;
  return differing === 1 ? 'oneDigitDiffers' : undefined;
}

/** The words of a name in no order, as one text: equal for two writings that fold to the same words. */
export function wholeName(parts: readonly string[]): string {
  return parts.toSorted().join(' ');
}

function sameName(one: Described, other: Described): boolean {
  return wholeName(one.parts) === wholeName(other.parts);
}

function namesAlike(one: readonly string[], other: readonly string[]): boolean {
  const [shorter, longer] = one.length <= other.length ? [one, other] : [other, one];
  if (shorter.length < 2 && longer.length > 1) return false;
  // The second: one clerk wrote as two words what the other wrote as one.
  return areFoundIn(shorter, longer) || one.join('') === other.join('');
}

/** Each word takes its own place in the longer name, the closest that is left. */
function areFoundIn(words: readonly string[], name: readonly string[]): boolean {
  const left = [...name];
  return words.every((word) => {
    const same = left.indexOf(word);
    const place = same >= 0 ? same : left.findIndex((candidate) => wordsAlike(word, candidate));
    if (place >= 0) left.splice(place, 1);
    return place >= 0;
  });
}

function wordsAlike(one: string, other: string): boolean {
  const allowed = Math.floor(Math.max(one.length, other.length) / LETTERS_TO_ONE_FAULT);
  return Math.abs(one.length - other.length) <= allowed && faults(one, other) <= allowed;
}

/** Levenshtein's distance: letters to change, add or take away. */
function faults(one: string, other: string): number {
  let row = Array.from({ length: other.length + 1 }, (_, place) => place);
  for (const [above, letter] of [...one].entries()) {
    const next = [above + 1];
    for (const [place, against] of [...other].entries()) {
      const changed = (row[place] ?? 0) + (letter === against ? 0 : 1);
      next.push(Math.min(changed, (row[place + 1] ?? 0) + 1, (next[place] ?? 0) + 1));
    }
    row = next;
  }
  return row.at(-1) ?? 0;
}
