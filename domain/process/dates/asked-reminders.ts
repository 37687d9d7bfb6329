import type { Restart, StepRecord } from '../../model/step-record';

/** Reminders that a person asked for are counted from here, above every week that one comes by itself in. */
const FIRST_ASKED_FOR = 101;

/** The numbers of the reminders of a filing that persons have asked for. */
export function askedFor({ reminders = [] }: StepRecord, filing: number): readonly number[] {
  const asked = reminders.filter((reminder) => reminder.filing === filing);
  return asked.map((_reminder, index) => FIRST_ASKED_FOR + index);
}

/** What a person's wish that somebody be reminded changes in a step's record. */
export function reminded(
  { reminders = [] }: StepRecord,
  filing: number,
  told: Required<Restart>,
): Partial<StepRecord> {
  return { reminders: [...reminders, { ...told, filing }] };
}
