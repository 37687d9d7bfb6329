import { foldWord } from './fold-name';
import { commonSpelling } from './spellings';

/** Grows with every change of how names are folded: parts kept by an older version are made anew. */
export const FOLDING_VERSION = 1;

/** Articles and "son of", "daughter of": written or left out as the clerk likes. */
const LEFT_OUT = new Set(['al', 'il', 'ul', 'ad', 'ar', 'as', 'ash', 'az', 'bin', 'bn', 'ibn', 'bint']);
/** An article that was written together with its name. */
const ARTICLE = /^[ai]l(?=[^aiu].{3})/;
/** `Abd al-` and what follows, written as one: Abdulrahman, Abdurrahman, Abdelkader. */
const SERVANT_OF = /^abd[aiu]l?(.{4,})$/;

/**
 * The words of a person's name, folded, in the order in which they are written; two writings of one name in Latin letters
 * mostly give the same words. The order means nothing: family and given name change place between authorities.
 */
export function nameParts(givenName: string, familyName: string): string[] {
  const words = `${givenName} ${familyName}`.split(/[\s\-‐-―]+/u).map(foldWord);
  const written = words.filter((word) => word !== '');
  const names = written.filter((word) => !LEFT_OUT.has(word));
  return (names.length > 1 ? names : written).flatMap(apart).map(commonSpelling);
}

function apart(word: string): string[] {
  if (/^abd[aiu][lr]?$/.test(word) && word !== 'abdi') return ['abd'];
  const rest = SERVANT_OF.exec(word)?.[1];
  return rest === undefined ? [word.replace(ARTICLE, '')] : ['abd', rest];
}
