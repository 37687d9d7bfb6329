import { addDays } from '../law/calendar';
import { ageDaysAfter } from '../law/programme-age';
import { sfiAgeFrom } from '../law/sfi';
import { temporaryProtectionChangeAfter } from '../law/temporary-protection';
import type { CaseFacts } from '../model/facts';
import type { PlainDate } from '../model/plain-date';
import { opens } from './dues';
import { remindersOf } from './reminders';
import { isUnderWay, type StepPlanned } from './step-in-hand';

/**
 * The next day on which the plan may change by itself: the day after a due date, the day a right opens, a reminder, the
 * end of a pause or of what holds a step back, a birthday that a rule looks at, the end of the case.
 */
export function wakeDay(
  steps: readonly StepPlanned[],
  facts: CaseFacts,
  today: PlainDate,
  finishOn: PlainDate | undefined,
): PlainDate | undefined {
  const days = [...steps.flatMap(daysOfStep), ...daysOfPerson(facts, today), finishOn];
  return days.reduce<PlainDate | undefined>((first, day) => {
    if (day === undefined || day <= today) return first;
    return first === undefined || day < first ? day : first;
  }, undefined);
}

function daysOfStep(step: StepPlanned): readonly (PlainDate | undefined)[] {
  const { planned, record } = step;
  if (planned.status.kind === 'blocked') return [planned.status.until];
  if (!isUnderWay(planned.status)) return [];
  return [
    ...planned.dues.map((due) => (opens(due) ? due.date : addDays(due.date, 1))),
    ...remindersOf(step).map(({ date }) => date),
    ...record.pauses.flatMap(({ from, until }) => [from, until]),
  ];
}

function daysOfPerson(
  { birth, withdrawal }: CaseFacts,
  today: PlainDate,
): readonly (PlainDate | undefined)[] {
  if (withdrawal !== undefined) return [];
  const change = temporaryProtectionChangeAfter(today);
  if (birth === undefined) return [change];
  return [...ageDaysAfter(birth.bornOn, today), sfiAgeFrom(birth.bornOn), change];
}
