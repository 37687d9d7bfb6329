/** Förordning (2017:820) 5, 17-18 §§ and lag (2017:584) 1-2 §§: for whom etableringsprogrammet is, by permit and occupation. */
import type { CaseFacts } from '../model/facts';
import type { Due } from '../model/plan';
import type { PlainDate } from '../model/plain-date';
import type { PermitGround } from '../model/status-facts';
import { standingThroughAnchor } from './anchor-family';
import { addDays } from './calendar';
import type { DatedValue } from './dated';
import { rowOn } from './dated';
import { programmeAge } from './programme-age';

/** Grounds that need no more facts: UtlL 5:1, 5:2, 5:4, 5:6, 12:18, 21-22 kap. (the same list in 2010:1122 5 §). */
const GROUNDS: readonly PermitGround[] = [
  'refugee',
  'alternativeProtection',
  'exceptionalGrounds',
  'quota',
  'temporaryProtection',
];

/** Days of full-time sick leave in a row, after which one who is in the programme must be written out of it. */
export const SICK_DAYS_IN_PROGRAMME: readonly [DatedValue<number>, ...DatedValue<number>[]] = [
  {
    validFrom: '2018-01-01',
    value: 30,
    statute: '2017:820 18 §',
    source: 'text of the statute as published 2026-01-02',
    verified: true,
  },
];

/** Why someone may not be assigned to the programme or stay in it, and from which day that has been so. */
export type Exclusion = { readonly why: string; readonly law: string; readonly from: PlainDate };

/** Days that stand in for "as soon as" the conditions are met (2017:820 6 §): the lower end of what is expected. */
export const ASSESS_WITHIN_DAYS: readonly [DatedValue<number>, ...DatedValue<number>[]] = [
  {
    validFrom: '2018-01-01',
    value: 7,
    statute: '2017:820 6 § names no day',
    source: 'configuration: synthetic lead time 7-30 days',
    verified: false,
  },
];

/** Arbetsförmedlingen is to assess the assignment as soon as the conditions are met: a target, no day in the statute. */
export function assignmentDue(openedOn: PlainDate): Due {
  return {
    date: addDays(openedOn, (rowOn(ASSESS_WITHIN_DAYS, openedOn) ?? ASSESS_WITHIN_DAYS[0]).value),
    kind: 'target',
    rule: 'assessAssignment',
    law: '2017:820 6 § (riktmärke: 7 dagar)',
    whose: 'arbetsformedlingen',
  };
}

/** Why the permit gives no place in the programme; `anchorNotKnown` while a relative's anchor must be known first. */
export function outOfGroup(
  { permit, anchor }: CaseFacts,
  today: PlainDate,
): { readonly why: string; readonly law: string } | 'anchorNotKnown' | undefined {
  if (permit === undefined || GROUNDS.includes(permit.ground)) return undefined;
  if (anchor === undefined) return 'anchorNotKnown';
  const standing = standingThroughAnchor(anchor, today);
  return standing.kind === 'counts' ? undefined : { why: standing.why, law: standing.law };
}

/** Whether a person is known to be of the programme's group: by permit, through the anchor where it needs one, by age. */
export function inProgrammeGroup(facts: CaseFacts, today: PlainDate): boolean {
  const { birth, family, permit } = facts;
  if (birth === undefined || permit === undefined || outOfGroup(facts, today) !== undefined) return false;
  return programmeAge(birth.bornOn, today, family?.parentsInSweden) === 'programme';
}

/** Why someone of the group may not be assigned to the programme now (2017:820 5 § second paragraph). */
export function notToBeAssigned({ occupation, lma }: CaseFacts): Exclusion | undefined {
  if (lma?.registered && lma.housing === 'asylboende') {
    return { why: 'livesInAsylboende', law: '2017:820 5 § 5', from: lma.since };
  }
  return occupation && byOccupation(occupation);
}

/**
 * Why someone who has been assigned must leave the programme (17-18 §§), and from which day: at once, but for a sick
 * leave only when it has lasted more than 30 days in a row. Housing is asked about before the assignment alone.
 */
export function mustLeaveProgramme({ occupation }: CaseFacts): Exclusion | undefined {
  const exclusion = occupation && byOccupation(occupation);
  if (exclusion === undefined) return undefined;
  const { value } = rowOn(SICK_DAYS_IN_PROGRAMME, exclusion.from) ?? SICK_DAYS_IN_PROGRAMME[0];
  const days = occupation?.activity === 'sickLeave' ? value : 0;
  return { why: exclusion.why, law: '2017:820 17-18 §§', from: addDays(exclusion.from, days) };
}

function byOccupation({
  activity,
  extent,
  since,
}: NonNullable<CaseFacts['occupation']>): Exclusion | undefined {
  if (activity === 'gymnasium') return { why: 'inGymnasium', law: '2017:820 5 § 2', from: since };
  if (extent !== 'full') return undefined;
  switch (activity) {
    case 'work':
      return { why: 'fullTimeWork', law: '2017:820 5 § 1', from: since };
    case 'parentalLeave':
      return { why: 'fullParentalBenefit', law: '2017:820 5 § 3', from: since };
    case 'sickLeave':
      return { why: 'fullSicknessBenefit', law: '2017:820 5 § 4', from: since };
    case 'unemployed':
    case 'studies':
      return undefined;
  }
}
