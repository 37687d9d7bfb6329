/** Skolförordningen (2011:185) 3 kap. 3 §: the school year begins in August and ends in June. */
import type { PlainDate } from '../model/plain-date';
import type { DatedValue } from './dated';
import { rowOn } from './dated';

/** Month and day (`MM-DD`) that stand for the beginning of the autumn term. */
export const AUTUMN_TERM: readonly DatedValue<string>[] = [
  {
    validFrom: '2011-07-01',
    value: '08-01',
    statute: 'skolförordningen 3:3',
    source: 'SFS 2011:185: "in August", the day is set by each huvudman; the first possible day is taken',
    verified: false,
  },
];

const FIRST_POSSIBLE = '08-01';

/** The first day of the autumn term of the year in which a person reaches an age. No act: never moved by a red day. */
export function autumnTermOfAge(bornOn: PlainDate, age: number): PlainDate {
  const year = Number(bornOn.slice(0, 4)) + age;
  const monthAndDay = rowOn(AUTUMN_TERM, `${year}-12-31` as PlainDate)?.value ?? FIRST_POSSIBLE;
  return `${year}-${monthAndDay}` as PlainDate;
}

/** 1 July of the year in which a person reaches an age: the spring term, or the first half of the year, has ended. */
export function secondHalfOfAge(bornOn: PlainDate, age: number): PlainDate {
  return `${Number(bornOn.slice(0, 4)) + age}-07-01` as PlainDate;
}
