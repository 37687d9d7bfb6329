/** Föräldrabalken 7:1 second paragraph: parents maintain a child at school after 18, at the longest until 21. Not read. */
import type { CaseFacts } from '../model/facts';
import type { PlainDate } from '../model/plain-date';
import { reachesAge } from './age';
import { addDays } from './calendar';
import type { DatedValue } from './dated';

const MAINTAINED_UNTIL_AGE: DatedValue<number> = {
  validFrom: '1979-07-01',
  value: 21,
  statute: 'föräldrabalken 7:1 second paragraph',
  source: 'general knowledge; the statute was not read for this',
  verified: false,
};

/** Whether a person goes to gymnasium and is known to have a parent here. The age is asked for apart. */
export function isMaintainedByParents({ occupation, family }: CaseFacts): boolean {
  return family?.parentsInSweden === true && occupation?.activity === 'gymnasium';
}

/** The last day on which parents can be bound to maintain a child that goes to school. */
export function maintainedByParentsUntil(bornOn: PlainDate): PlainDate {
  return addDays(reachesAge(bornOn, MAINTAINED_UNTIL_AGE.value), -1);
}
