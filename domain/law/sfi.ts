/** Skollagen (2010:800) 20:24-33 and 29:2: the right to svenska för invandrare, and when it is to begin. */
import type { CaseFacts } from '../model/facts';
import type { Due } from '../model/plan';
import type { PlainDate } from '../model/plain-date';
import { addMonths, latest, movedToWorkingDay } from './calendar';
import { conditionsMetOn } from './folkbokforing';
import { inProgrammeGroup } from './programme-group';

/** The day the age is right: 1 July of the year one turns 16 (20:31). */
export function sfiAgeFrom(bornOn: PlainDate): PlainDate {
  return `${Number(bornOn.slice(0, 4)) + 16}-07-01` as PlainDate;
}

/** The day the right arose: old enough, and resident, that is one who *shall be* registered (29:2). */
export function sfiRightFrom(facts: CaseFacts, today: PlainDate): PlainDate | undefined {
  const resident = conditionsMetOn(facts, today);
  if (resident === undefined || facts.birth === undefined) return undefined;
  return latest(resident, sfiAgeFrom(facts.birth.bornOn));
}

/**
 * The kommun's dates (20:29): teaching can begin within three months of the right arising, unless there are special
 * reasons; for the programme's group it works for a start within a month of signing up.
 */
export function sfiDues(facts: CaseFacts, today: PlainDate, signedUpOn: PlainDate): readonly Due[] {
  const from = sfiRightFrom(facts, today);
  if (from === undefined) return [];
  const within = movedToWorkingDay(addMonths(from, 3));
  const duty: Due = {
    ...within,
    kind: 'duty',
    rule: 'sfiWithinThreeMonths',
    law: 'skollagen 20:29',
    whose: 'kommun',
  };
  if (!inProgrammeGroup(facts, today)) return [duty];
  const target: Due = {
    date: addMonths(signedUpOn, 1),
    kind: 'target',
    rule: 'sfiWithinOneMonth',
    law: 'skollagen 20:29',
    whose: 'kommun',
  };
  return [duty, target];
}
