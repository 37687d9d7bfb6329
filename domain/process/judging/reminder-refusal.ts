import type { OpenStep, PlanDigest } from '../../model/assessment';
import type { RefusalCode } from '../../model/message';
import type { PlainDate } from '../../model/plain-date';
import type { StepRecord } from '../../model/step-record';
import { closedBy } from './timing-refusal';

/** Why nobody is reminded of a step now, undefined when somebody is. At most once a day. */
export function refusalOfReminder(
  digest: PlanDigest,
  stepId: string | undefined,
  record: StepRecord | undefined,
  today: PlainDate,
): RefusalCode | undefined {
  const open = digest.open.find((step) => step.stepId === stepId);
  if (!open) return closedBy(digest, stepId) ?? 'notOpen';
  if (isRemindedOn(today, open, record)) return 'notAllowedNow';
  return whoIsReminded(open, record) ? undefined : 'notAllowedNow';
}

/** Whether somebody has been reminded of the present filing of a step on a day. */
export function isRemindedOn(
  day: PlainDate,
  { filing }: Pick<OpenStep, 'filing'>,
  record: StepRecord | undefined,
): boolean {
  return record?.reminders?.some((reminder) => reminder.filing === filing && reminder.on === day) ?? false;
}

/**
 * Who is reminded of an open step: the agency whose system holds the filing, or the caseworker assigned to it. Nobody
 * while it waits for the newcomer, a date, a court, or its own hand-over.
 */
export function whoIsReminded(
  { filing, handOver, waitingFor }: Pick<OpenStep, 'filing' | 'handOver' | 'waitingFor'>,
  record: StepRecord | undefined,
): 'agency' | 'assignee' | undefined {
  if (waitingFor === 'caseworker') return 'assignee';
  const present = record?.handOver;
  const isHeld = present?.state === 'filed' && present.filing === filing;
  return waitingFor === 'agency' && handOver && isHeld ? 'agency' : undefined;
}
