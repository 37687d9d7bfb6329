/** FL (2017:900) 11-12 §§: notice of delay, and the right to demand a decision after six months. */
import type { Due } from '../model/plan';
import type { PlainDate } from '../model/plain-date';
import { addMonths, addWeeks, movedToWorkingDay } from './calendar';

/** Code of the right that *opens* on its date; all other rights end on theirs. */
export const DEMAND_DECISION = 'demandDecision';
export const ANSWER_DEMAND = 'answerDemand';

/**
 * The date that FL 12 § sets for a matter that a private party began on `startedOn`: first the day from which a decision
 * may be demanded, once; after a demand that came in on `demandedOn`, the day by which the agency decides or refuses.
 * The opening of a right is no act, so only the agency's day is moved by lag 1930:173.
 */
export function delayDue(startedOn: PlainDate, demandedOn: PlainDate | undefined, agency: Due['whose']): Due {
  if (demandedOn !== undefined) {
    const last = movedToWorkingDay(addWeeks(demandedOn, 4));
    return { ...last, kind: 'duty', rule: ANSWER_DEMAND, law: 'FL 12 §', whose: agency };
  }
  const date = addMonths(startedOn, 6);
  return { date, kind: 'right', rule: DEMAND_DECISION, law: 'FL 12 §', whose: 'newcomer' };
}
