/** Lag (2016:38) om mottagande av vissa nyanlända invandrare för bosättning 2-5 §§; förordning (2016:39) 10 §. */
import type { CaseFacts } from '../model/facts';
import type { Due } from '../model/plan';
import type { PlainDate } from '../model/plain-date';
import { addMonths, movedToWorkingDay } from './calendar';
import type { DatedValue } from './dated';
import { rowOn } from './dated';
import { firstDecidedOn } from './permit-extension';
import { isUnaccompaniedMinor } from './unaccompanied-minors';

/** Months from the decision on assignment within which the kommun is to receive, by the day of that decision. */
export const MONTHS_TO_RECEIVE: readonly DatedValue<number>[] = [
  {
    validFrom: '2016-03-01',
    value: 2,
    statute: 'förordning 2016:39 10 §, first wording',
    source: 'Migrationsverket 2018-04-16 (S11); the first wording was not read',
    verified: false,
  },
  {
    validFrom: '2017-05-01',
    value: 2,
    statute: 'förordning 2016:39 10 § (2016:1280)',
    source: 'paragraf.nu/2016:39, wording of 2020',
    verified: true,
  },
  {
    validFrom: '2024-06-17',
    value: 2,
    statute: 'förordning 2016:39 10 § (2024:319)',
    source: 'known to be amended; the new wording was not read',
    verified: false,
  },
];

/**
 * Why a person is not to be assigned to a kommun; undefined for one who is: `anvisad`, or quota (2 §). A child alone
 * here is outside the law unless the permit is a quota permit (4 §): for it LMA 3 § has already named a kommun. The age
 * counts on the day the permit was first decided, so that coming of age later opens nothing.
 */
export function outsideAssignment(facts: CaseFacts): string | undefined {
  const { settlement, permit } = facts;
  if (settlement?.form !== 'anvisad' && settlement?.form !== 'kvot') return 'notForAssignment';
  if (permit === undefined || permit.ground === 'quota') return undefined;
  return isUnaccompaniedMinor(facts, firstDecidedOn(permit)) ? 'assignedAsUnaccompanied' : undefined;
}

/**
 * The last day for the kommun to receive: two months from the decision on assignment, moved by lag 1930:173, for
 * reception is an act. The decision states a day no later than that. Undefined for quota: there Migrationsverket may set
 * any longer time (10 § third sentence), which no fact or outcome states.
 */
export function receptionDue({ permit, settlement }: CaseFacts, assignedOn: PlainDate): Due | undefined {
  if (permit?.ground === 'quota' || settlement?.form === 'kvot') return undefined;
  const months = rowOn(MONTHS_TO_RECEIVE, assignedOn)?.value ?? 2;
  return {
    ...movedToWorkingDay(addMonths(assignedOn, months)),
    kind: 'duty',
    rule: 'receiveAssigned',
    law: 'lag 2016:38 5 §; förordning 2016:39 10 §',
    whose: 'kommun',
  };
}
