/** Betaltjänstlagen (2010:751) 1:4 and 4 a:1-3: the right to a basic payment account, and the bank's time to decide. */
import type { Due } from '../model/plan';
import type { PlainDate } from '../model/plain-date';
import { reachesAge } from './age';
import type { DatedValue } from './dated';
import { workingDayAfter } from './working-days';

/** Bank days from a complete application within which the bank decides (4 a:3). */
const BANK_DAYS: DatedValue<number> = {
  validFrom: '2017-06-01',
  value: 10,
  statute: 'lag 2010:751 4 a:3',
  source: 'github.com/se-lex/sfs 2010:751, state of 2025; the first day of the chapter was not read',
  verified: true,
};

/** Age from which a person asks for an account alone: the law names none, FB 9:3 and 9:8 give power over earnings. */
const AGE: DatedValue<number> = {
  validFrom: '2017-06-01',
  value: 16,
  statute: 'bankernas villkor; föräldrabalken 9:3, 9:8',
  source: 'design.md 6',
  verified: false,
};

/** The birthday from which a person can ask for an account and a BankID. */
export function bankCustomerFrom(bornOn: PlainDate): PlainDate {
  return reachesAge(bornOn, AGE.value);
}

/**
 * The bank's duty to decide on an application that was complete on a day, itself not counted. A bank day is one on which
 * the bank is open (1:4): banks here close on the very days that lag 1930:173 2 § names. Counted in them, so nothing
 * moves it.
 */
export function accountDue(completeOn: PlainDate): Due {
  return {
    date: workingDayAfter(completeOn, BANK_DAYS.value),
    kind: 'duty',
    rule: 'accountWithinTenBankDays',
    law: 'lag 2010:751 4 a:3',
    whose: 'bank',
  };
}
