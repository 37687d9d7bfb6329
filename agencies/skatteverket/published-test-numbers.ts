/**
 * The personnummer that Skatteverket publishes for testing; no living person has any of them. Their serial (the three
 * digits before the check digit) is 238 or 239. Dates of 1991-1993 have both. Every other date covered has one of the
 * two, by whether its day of the year is odd or even, and the order turns now and then, as the table says.
 *
 * Which number a newborn file gets follows FOL 18 § (1991:481): the date of birth, or a neighbouring day when the
 * numbers of that date are used up. Here that means: begin at the birth date when its year is in the series, otherwise
 * at the same month and day of the nearest year that is (the earlier of two as near; 29 February becomes the 28th);
 * then take the first free number going outwards day by day, the following day before the preceding one. Sex is not
 * modelled.
 */
import { Temporal } from 'temporal-polyfill';

const OUTERMOST_DAYS = 15_000;
const ODD_239 = 'odd day 239, even day 238';
const ODD_238 = 'odd day 238, even day 239';
const BOTH = 'both';
type Order = typeof ODD_239 | typeof ODD_238 | typeof BOTH;

/** Periods of the series, first and last day included. */
const SERIES: readonly (readonly [first: string, last: string, order: Order])[] = [
  ['1991-01-01', '1993-12-31', BOTH],
  ['1994-01-01', '1994-12-31', ODD_239],
  ['1995-01-01', '1995-12-31', ODD_238],
  ['1996-01-01', '1997-12-31', ODD_239],
  ['1998-01-01', '1998-12-31', ODD_238],
  ['1999-01-02', '1999-12-31', ODD_239],
  ['2000-01-01', '2001-12-31', ODD_238],
  ['2014-01-01', '2017-02-27', ODD_239],
  ['2017-02-28', '2017-10-23', ODD_238],
  ['2017-10-24', '2018-09-24', ODD_239],
  ['2018-09-25', '2018-12-31', ODD_238],
  ['2019-01-01', '2020-04-19', ODD_239],
  ['2022-01-01', '2022-07-11', ODD_239],
  ['2022-07-13', '2022-09-01', ODD_238],
  ['2022-09-03', '2023-03-07', ODD_239],
  ['2023-03-09', '2023-12-31', ODD_238],
];

/** Single days that the published lists leave out. */
const LEFT_OUT: readonly string[] = ['2000-12-18', '2001-03-03', '2014-03-17', '2016-10-26'];

/** Returns the published numbers of a day (`YYYY-MM-DD`), twelve digits each: none, one or two. */
export function publishedNumbers(day: string): readonly string[] {
  const period = SERIES.find(([first, last]) => first <= day && day <= last);
  if (!period || LEFT_OUT.includes(day)) return [];
  return serials(day, period[2]).map((serial) => {
    const eleven = `${day.replaceAll('-', '')}${serial}`;
    return `${eleven}${checkDigit(eleven.slice(2))}`;
  });
}

/** Returns the number of a person born on a day, by the rule above. Throws a RangeError when the series is used up. */
export function numberFor(bornOn: string, isTaken: (personnummer: string) => boolean): string {
  const start = startingDay(bornOn);
  for (let distance = 0; distance <= OUTERMOST_DAYS; distance += 1) {
    for (const days of new Set([distance, -distance])) {
      const free = publishedNumbers(start.add({ days }).toString()).find((number) => !isTaken(number));
      if (free) return free;
    }
  }
  throw new RangeError('every published test number has been issued');
}

function startingDay(bornOn: string): Temporal.PlainDate {
  const birth = Temporal.PlainDate.from(bornOn);
  const distance = (year: number): number => Math.abs(year - birth.year);
  const [nearest = birth.year] = coveredYears().toSorted((one, other) => distance(one) - distance(other));
  return birth.with({ year: nearest });
}

function coveredYears(): number[] {
  const years = SERIES.flatMap(([first, last]) => {
    const from = Number(first.slice(0, 4));
    return Array.from({ length: Number(last.slice(0, 4)) - from + 1 }, (_, index) => from + index);
  });
  return [...new Set(years)];
}

function serials(day: string, order: Order): readonly string[] {
  if (order === BOTH) return ['238', '239'];
  const isOdd = Temporal.PlainDate.from(day).dayOfYear % 2 === 1;
  return [isOdd === (order === ODD_239) ? '239' : '238'];
}

/** Luhn, mod 10: the nine digits YYMMDDNNN weighted 2, 1, 2, …, digits of the products added. */
function checkDigit(nine: string): number {
  const sum = [...nine].reduce((total, digit, index) => {
    const product = Number(digit) * (index % 2 === 0 ? 2 : 1);
    return total + (product > 9 ? product - 9 : product);
  }, 0);
  return (10 - (sum % 10)) % 10;
}
