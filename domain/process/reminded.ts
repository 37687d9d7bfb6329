import type { Restart, StepRecord } from '../model/step-record';

/** What a person's wish that somebody be reminded changes in a step's record; `told` says which message, and the day. */
export function reminded(
  { reminders = [] }: StepRecord,
  filing: number,
  told: Required<Restart>,
): Partial<StepRecord> {
  return { reminders: [...reminders, { ...told, filing }] };
}
