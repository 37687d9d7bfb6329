/** Lag (2008:344) 7 § and förordning (2010:1122) 6, 34 §§: the health examination a region offers, and who pays for it. */
import type { CaseFacts } from '../model/facts';
import type { Due } from '../model/plan';
import type { PlainDate } from '../model/plain-date';
import { addMonths } from './calendar';
import type { DatedValue } from './dated';

/** Months from the first reception in which the state pays the region. */
const MONTHS_PAID: DatedValue<number> = {
  validFrom: '2011-01-01',
  value: 12,
  statute: 'förordning 2010:1122 34 §',
  source: 'github.com/se-lex/sfs 2010:1122, state of 2025',
  verified: true,
};

/**
 * The day of first reception (6 §). For those who were with Migrationsverket and for quota refugees the day the kommun
 * in fact received them: as it reported itself (`receivedOn`), else the day of moving in or of arrival. For all others the
 * day of folkbokföring. Undefined while that day is not known.
 */
export function firstReceivedOn(facts: CaseFacts, receivedOn: PlainDate | undefined): PlainDate | undefined {
  const { permit, lma, stay, arrival, registration } = facts;
  if (receivedOn !== undefined) return receivedOn;
  if (permit?.ground === 'quota') return arrival?.arrivedOn;
  return lma?.registered ? stay?.movedInOn : registration?.from;
}

/** The last day of an examination that the state pays for. */
export function examinationPaidUntil(firstReceived: PlainDate): PlainDate {
  return addMonths(firstReceived, MONTHS_PAID.value);
}

/** The region's right to be paid. Never moved: the day bounds what is paid for and is no last day of an act. */
export function examinationPaidDue(firstReceived: PlainDate): Due {
  return {
    date: examinationPaidUntil(firstReceived),
    kind: 'right',
    rule: 'healthExaminationPaid',
    law: 'förordning 2010:1122 34 §',
    whose: 'region',
  };
}
