import type { WaitingFor } from '../../model/agency';
import type { OpenStep, Standing } from '../../model/assessment';
import type { MessageItem, RefusalCode } from '../../model/message';
import type { PlainDate } from '../../model/plain-date';
import type { StepRecord } from '../../model/step-record';
import { closedBy } from './may-say';

/**
 * Why nobody is reminded of a step now; undefined when somebody is: the agency whose system holds the filing, or the
 * caseworker whose step it is. Not twice on one day.
 */
export function unfitReminder(
  standing: Standing,
  { stepId }: MessageItem,
  { today, record }: { readonly today: PlainDate; readonly record?: StepRecord },
): RefusalCode | undefined {
  const open = standing.open.find((step) => step.stepId === stepId);
  if (!open) return closedBy(standing, stepId) ?? 'notOpen';
  const isReminded = record?.reminders?.some(({ filing, on }) => filing === open.filing && on === today);
  if (isReminded) return 'notAllowedNow';
  return whoIsReminded(open, record) ? undefined : 'notAllowedNow';
}

/** Who is reminded of an open step: nobody while it waits for the newcomer, a date, a court, or its own hand-over. */
export function whoIsReminded(
  step: Pick<OpenStep, 'filing' | 'handOver' | 'waitsFor'>,
  record: StepRecord | undefined,
): 'agency' | 'assignee' | undefined {
  const waitsFor: WaitingFor = step.waitsFor ?? (step.handOver ? 'agency' : 'caseworker');
  if (waitsFor === 'caseworker') return 'assignee';
  const given = record?.handOver;
  const isHeld = given?.state === 'filed' && given.filing === step.filing;
  return waitsFor === 'agency' && step.handOver && isHeld ? 'agency' : undefined;
}
