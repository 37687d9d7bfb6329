import type { MessageItem, TimingKind } from '../../model/message';
import type { PlainDate } from '../../model/plain-date';
import type { Restart, StepRecord } from '../../model/step-record';
import { isPausedOn } from '../dates/pauses';

/** The record of a step that nothing has happened to. */
export const UNTOUCHED_RECORD: StepRecord = {
  filing: 1,
  answers: [],
  reopenings: [],
  resubmissions: [],
  pauses: [],
  extensions: [],
  misfits: [],
  refusedErrands: [],
  errands: [],
};

/**
 * The record of a step that a plan shows open under a filing: keeps the day it first opened and the day this filing
 * did. Used both by the workflow and by `assess`, so that the register shows what the workflow holds.
 */
export function openedRecord(record: StepRecord, filing: number, today: PlainDate): StepRecord {
  if (record.openedOn && record.filing === filing) return record;
  return { ...record, filing, openedOn: record.openedOn ?? today, filingOpenedOn: today };
}

/** What a pause, a resumption or an extension changes in a step's record; `taken`: by which message, on which day. */
export function timingChange(
  { pauses, extensions }: StepRecord,
  kind: TimingKind,
  { until, rule = '' }: MessageItem,
  taken: Required<Restart>,
): Partial<StepRecord> {
  const { on, messageId } = taken;
  switch (kind) {
    case 'pause':
      return { pauses: [...pauses, { from: on, ...(until ? { until } : {}), messageId }] };
    case 'resumption':
      return { pauses: pauses.map((pause) => (isPausedOn(pause, on) ? { ...pause, until: on } : pause)) };
    case 'extension':
      return { extensions: [...extensions, { rule, until: until ?? on, on, messageId }] };
  }
}

/** What a reminder that a person has asked for changes in a step's record. */
export function reminderChange(
  { reminders = [] }: StepRecord,
  filing: number,
  taken: Required<Restart>,
): Partial<StepRecord> {
  return { reminders: [...reminders, { ...taken, filing }] };
}
