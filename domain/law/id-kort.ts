/** Lag (2015:899) and förordning (2015:904) om identitetskort för folkbokförda i Sverige: from what age. */
import type { PlainDate } from '../model/plain-date';
import { reachesAge } from './age';
import type { DatedValue } from './dated';

/** Lowest age. Only the statutes' list of amendments could be read. */
const AGE: DatedValue<number> = {
  validFrom: '2016-01-01',
  value: 13,
  statute: 'lag 2015:899',
  source: 'Skatteverket, varberg.se about 2023 (domain.md 1.1 row 5)',
  verified: false,
};

/** The birthday from which a person may have the card; no act, so never moved. */
export function idCardFrom(bornOn: PlainDate): PlainDate {
  return reachesAge(bornOn, AGE.value);
}
