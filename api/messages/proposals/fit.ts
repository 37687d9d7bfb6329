import { latest } from '../../../domain/law/calendar';
import { stockholmDayAt } from '../../../domain/law/stockholm-day';
import type { MessageItem, RefusalCode } from '../../../domain/model/message';
import { wrongDate } from '../../../domain/process/judging/message-dates';
import type { CaseView } from '../../../register/reading/case';
import type { ProposedStep } from '../../../register/proposals/proposal';
import { Problem } from '../../problem';
import { refusalProblem } from '../refusal';

/**
 * Why a case would refuse these answers, as far as the register tells; `undefined` where it would not. The case itself
 * judges once more when a proposal is approved.
 */
export function unfit(view: CaseView, items: readonly MessageItem[]): Problem | undefined {
  if (view.state === 'closed')
    return new Problem('case-closed', 'The case is closed; it takes no more messages.');
  // The case's own clock is never behind its last assessment, and may be ahead of the wall's.
  const today = latest(stockholmDayAt(Date.now()), stockholmDayAt(view.assessedAt.getTime()));
  for (const item of items) {
    const code = wrongDate(item, today) ?? unfitNow(view, item);
    const message = { kind: 'completion' as const, items: [...items] };
    if (code) return refusalProblem({ detail: { code, stepId: item.stepId }, view, message });
  }
  return undefined;
}

/** The same, of what was proposed earlier: neither does it fit where a step has been started over since. */
export function unfitSince(
  view: CaseView,
  steps: readonly ProposedStep[],
  items: readonly MessageItem[],
): Problem | undefined {
  const restarted = view.steps.find((step) =>
    steps.some(({ stepId, filing }) => stepId === step.stepId && filing !== step.filing),
  );
  if (!restarted) return unfit(view, items);
  const { stepId, status: currentStatus } = restarted;
  return new Problem('not-open', `${stepId} has been started over since it was proposed.`, {
    stepId,
    currentStatus,
  });
}

function unfitNow(view: CaseView, { stepId, outcome = '' }: MessageItem): RefusalCode | undefined {
  const step = view.steps.find((each) => each.stepId === stepId);
  if (step?.status.kind === 'blocked') return 'blocked';
  const isOpen = step?.status.kind === 'open';
  if (!step || (!isOpen && step.status.kind !== 'done')) return 'notOpen';
  if (step.allowed.includes(outcome)) return undefined;
  return isOpen ? 'notAllowedNow' : 'notOpen';
}
