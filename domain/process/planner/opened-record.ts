import type { PlainDate } from '../../model/plain-date';
import type { StepRecord } from '../../model/step-record';

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
