import type { OpenStep } from '../../model/assessment';
import type { MessageItem } from '../../model/message';
import type { BulkAction, StepChange, StepToJudge } from './bulk-action';
import { expectedRule } from '../dates/expected-rule';
import { whoIsReminded } from './reminder-refusal';

/** An action on steps. */
export type StepAction = Exclude<BulkAction, { kind: 'replan' }>;

/** The item about one step in the message that the action sends. */
export function itemOf({ stepId }: Pick<StepToJudge, 'stepId'>, action: StepAction): MessageItem {
  switch (action.kind) {
    case 'pause':
      return { stepId, ...(action.until ? { until: action.until } : {}) };
    case 'extend':
      return { stepId, rule: action.rule ?? expectedRule(stepId), until: action.until };
    case 'complete': {
      const { outcome, on, servedOn } = action;
      return { stepId, outcome, on, ...(servedOn ? { servedOn } : {}) };
    }
    case 'reassign':
    case 'remind':
    case 'resume':
    case 'resubmit':
      return { stepId };
  }
}

/** What the action changes in a step: from what, to what. */
export function changeOf(
  { filing, agency, assignee, record }: StepToJudge,
  action: StepAction,
  open: OpenStep | undefined,
): Partial<StepChange> {
  switch (action.kind) {
    case 'remind':
      return { to: open && whoIsReminded(open, record) === 'agency' ? agency : assignee };
    case 'pause':
      return { to: action.until ?? null };
    case 'extend': {
      const rule = action.rule ?? (open ? expectedRule(open.stepId) : '');
      return { rule, from: open?.movable[rule] ?? null, to: action.until };
    }
    case 'complete':
      return { to: action.outcome };
    case 'resubmit':
      return { from: String(filing), to: String(filing + 1) };
    case 'reassign':
    case 'resume':
      return {};
  }
}
