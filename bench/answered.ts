import { addDays } from '../domain/law/calendar';
import type { MessageId, StepId } from '../domain/model/ids';
import type { PlannedStep } from '../domain/model/plan';
import type { Instant, PlainDate } from '../domain/model/plain-date';
import type { StepRecords } from '../domain/model/step-record';
import { stepDefinition } from '../domain/process/steps/catalogue';
import { UNTOUCHED_RECORD } from '../domain/process/planner/step-records';

/** The first outcome that ends a step well. */
export function endOf(stepId: StepId): string | undefined {
  const outcomes = Object.entries(stepDefinition(stepId)?.outcomes ?? {});
  return outcomes.find(([, { effect, by, later }]) => effect === 'ends' && by !== 'time' && !later)?.[0];
}

const NOBODY = '00000000-0000-4000-8000-000000000000' as MessageId;

/** The records once a step has been answered well on a day, after its filing was taken where it has one. */
export function answered(
  records: StepRecords,
  { stepId, filing, handOver }: PlannedStep,
  on: PlainDate,
): StepRecords {
  const record = records[stepId] ?? UNTOUCHED_RECORD;
  const fields = { from: on, to: addDays(on, 30), firstPayment: addDays(on, 26), kommun: '0484' };
  const outcome = endOf(stepId) ?? '';
  const answer = { messageId: NOBODY, filing, outcome, on, by: 'agency' as const, at: noon(on), fields };
  const filed = handOver && {
    handOver: { agency: handOver, filing, state: 'filed' as const, receiptId: NOBODY, on },
  };
  return { ...records, [stepId]: { ...record, ...filed, answers: [...record.answers, answer] } };
}

/** Noon in Sweden in winter. */
export function noon(day: PlainDate): Instant {
  return `${day}T11:00:00.000Z` as Instant;
}
