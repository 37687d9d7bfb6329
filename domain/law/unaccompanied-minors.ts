/** Lag (2005:429) om god man för ensamkommande barn 2-3, 5 and 10 §§; föräldrabalken 6:2: who acts for a child alone here. */
import type { CaseFacts } from '../model/facts';
import type { PlainDate } from '../model/plain-date';
import { isMinor } from './age';

/** God man: as soon as possible, unless plainly needless (2-3 §§). */
export const GOD_MAN_LAW = 'lag 2005:429 2-3 §§';
/** Särskilt förordnad vårdnadshavare: socialnämnden goes to court once the permit is granted (10 §). */
export const VARDNADSHAVARE_LAW = 'lag 2005:429 10 §; föräldrabalken 6 kap.';

/**
 * Whether a person on a day is under 18 and known to have no parent in Sweden (2 §). From the 18th birthday nobody is:
 * god man and vårdnad both end that day without a decision (5 § third paragraph, föräldrabalken 6:2). Someone whose
 * birth or family is not known does not count.
 */
export function isUnaccompaniedMinor({ birth, family }: CaseFacts, day: PlainDate): boolean {
  return family?.parentsInSweden === false && birth !== undefined && isMinor(birth.bornOn, day);
}
