/**
 * Folds a name to how it sounds to somebody who writes it down in another alphabet: the many ways to write one Arabic,
 * Persian, Tigrinya or Ukrainian name in Latin letters come out the same, or nearly. Not for showing to anybody.
 */

/** Letters that are one letter elsewhere and do not come apart into a letter and a mark. */
const LETTERS: Readonly<Record<string, string>> = {
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 't',
  ı: 'i',
  ß: 's',
  æ: 'a',
  œ: 'o',
  ə: 'a',
  ş: 'sh',
  ș: 'sh',
  š: 'sh',
  ç: 'ch',
  č: 'ch',
  ž: 'zh',
};

/** In order: what stands first must not be taken apart by what follows. */
const SOUNDS: readonly (readonly [RegExp, string])[] = [
  [/tsch|tch|sch|sj|tj|ch|sh/g, 'sh'],
  [/dzh|zh|dj/g, 'j'],
  [/ph/g, 'f'],
  [/th/g, 't'],
  [/dh/g, 'd'],
  [/kh/g, 'h'],
  [/gh/g, 'g'],
  [/ck|q/g, 'k'],
  [/c(?=[eiy])/g, 's'],
  [/c/g, 'k'],
  [/ts|tz/g, 's'],
  [/x/g, 'ks'],
  [/w/g, 'v'],
  [/^y/, 'j'],
  [/[ea][ijy](?![aeiou])/g, 'ai'],
  [/i[jy](?![aeiou])/g, 'i'],
  [/ou|o/g, 'u'],
  [/[ey]/g, 'i'],
  [/(.)\1+/g, '$1'],
  [/(?<=[aiu])h$/, ''],
];

/** One word of a name, folded; letters of other alphabets stay as they are. */
export function foldWord(word: string): string {
  const plain = word
    .toLowerCase()
    .replaceAll(/./gu, (letter) => LETTERS[letter] ?? letter)
    .normalize('NFD')
    .replaceAll(/[^\p{L}]/gu, '');
  return SOUNDS.reduce((so, [sound, letter]) => so.replace(sound, letter), plain);
}
