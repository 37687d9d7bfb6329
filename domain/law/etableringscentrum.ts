/**
 * Target groups of Etableringscentrum in Stockholm. No statute: remiss KS 2021/208, Östermalms stadsdelsnämnd
 * 2021-04-22 ("Målgrupp för verksamheten är"). What the centre decided afterwards was not read.
 */
import type { CaseFacts, FactKind } from '../model/facts';
import type { PlainDate } from '../model/plain-date';
import { addDays, addMonths, latest } from './calendar';
import type { DatedValue } from './dated';
import { rowOn } from './dated';
import { isInEuEea } from './eu-eea';
import { firstDecidedOn } from './permit-extension';

export const CENTRE_SOURCE = 'Stockholms stad, KS 2021/208';

/** Months in Sweden after the permit that the first group has, and the first day of a permit of the third group. */
export const CENTRE_GROUPS: readonly DatedValue<{ readonly months: number; readonly permitFrom: string }>[] =
  [
    {
      validFrom: '2021-07-01',
      value: { months: 36, permitFrom: '2015-01-01' },
      statute: CENTRE_SOURCE,
      source: 'Östermalms stadsdelsnämnd 2021-04-22 (proposal; later changes not read)',
      verified: false,
    },
  ];

/**
 * The group that a person belongs to and the facts that the answer rests on. 1: born outside EU and EES and at most 36
 * months in Sweden after the permit; `relative` of such a one; 2: had a permit for longer, and is taken only after an
 * assessment of the person; 3: born outside, permit in 2015 or later, unemployed, in the city's genomgångsbostad.
 */
export type CentreAnswer =
  | { readonly group: 1 | 2 | 3 | 'relative'; readonly restsOn: readonly FactKind[] }
  | { readonly outside: string; readonly restsOn: readonly FactKind[] };

/**
 * The answer on a day, by the first group that fits: 1, 3, relative, 2. Time is counted in months to the day: the day
 * 36 months later still belongs to the first group. Undefined while permit or country of birth is not known.
 */
export function centreAnswer(facts: CaseFacts, day: PlainDate): CentreAnswer | undefined {
  const { permit, origin } = facts;
  if (permit === undefined || origin === undefined) return undefined;
  const isBornOutside = !isInEuEea(origin.bornIn, day);
  const grantedOn = firstDecidedOn(permit);
  const byPlaceOfBirth = isBornOutside ? answerOfBornOutside(facts, grantedOn, day) : undefined;
  return byPlaceOfBirth ?? answerOfRelative(facts, day) ?? answerByTime(grantedOn, day);
}

/** Groups 1 and 3. Time in Sweden after the permit runs from the later of permit and arrival. */
function answerOfBornOutside(
  { arrival, occupation, stay }: CaseFacts,
  grantedOn: PlainDate,
  day: PlainDate,
): CentreAnswer | undefined {
  const inSwedenFrom = arrival === undefined ? grantedOn : latest(grantedOn, arrival.arrivedOn);
  if (day <= lastDayWithin(inSwedenFrom)) {
    return { group: 1, restsOn: arrival ? ['origin', 'permit', 'arrival'] : ['origin', 'permit'] };
  }
  const isInGroup3 = occupation?.activity === 'unemployed' && stay?.dwelling === 'genomgangsbostad';
  if (!isInGroup3 || grantedOn < permitFrom(day)) return undefined;
  return { group: 3, restsOn: ['origin', 'permit', 'occupation', 'stay'] };
}

/** Through an anchor received at most 36 months ago: nearest to "36 months after the permit" that a case knows of them. */
function answerOfRelative(
  { permit, settlement, anchor }: CaseFacts,
  day: PlainDate,
): CentreAnswer | undefined {
  const isRelative = permit?.ground === 'family' || settlement?.form === 'anhorig';
  if (!isRelative || anchor === undefined || day > lastDayWithin(anchor.receivedOn)) return undefined;
  return { group: 'relative', restsOn: [permit?.ground === 'family' ? 'permit' : 'settlement', 'anchor'] };
}

/** Whoever has had a permit for longer may be assessed; the others left are outside by where they were born. */
function answerByTime(grantedOn: PlainDate, day: PlainDate): CentreAnswer {
  return day > lastDayWithin(grantedOn)
    ? { group: 2, restsOn: ['permit'] }
    : { outside: 'bornInEuEea', restsOn: ['origin', 'permit'] };
}

/** Days on which the answer may change by itself: the day after each 36 months. */
export function centreChanges({ permit, arrival, anchor }: CaseFacts): readonly PlainDate[] {
  if (permit === undefined) return [];
  const starts = [firstDecidedOn(permit), arrival?.arrivedOn, anchor?.receivedOn];
  return starts.filter((day) => day !== undefined).map((day) => addDays(lastDayWithin(day), 1));
}

function lastDayWithin(from: PlainDate): PlainDate {
  return addMonths(from, rowOn(CENTRE_GROUPS, from)?.value.months ?? 36);
}

function permitFrom(day: PlainDate): string {
  return rowOn(CENTRE_GROUPS, day)?.value.permitFrom ?? '2015-01-01';
}
