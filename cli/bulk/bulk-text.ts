import type { BulkAction, BulkItem } from '../generated/api-types';
import { type Progress, someCounts } from '../output/follow';
import { type Cell, table } from '../output/table';

/** What an older API is said to have none of. */
export const BULK_ACTIONS = 'actions on many cases';

/** Until no case begins any more. */
export const BULK_PROGRESS: Progress<BulkAction> = {
  line: ({ state, selected, cases }) => `${state}: ${selected} cases, ${someCounts(cases)}`,
  rests: ({ state }) => state === 'done' || state === 'expired',
};

export const ITEM_HEAD = ['case', 'state', 'steps', 'why'];
export const LIST_HEAD = ['action', 'kind', 'state', 'cases', 'previewed', 'reason'];

/** What an action comes to: its numbers, which add up, and why cases are refused, failed or skipped. */
export function actionText(action: BulkAction): string {
  const { bulkActionId, state, selected, cases, reasons, reason } = action;
  const sum = Object.entries(cases).map(([name, count]) => `${count} ${name}`);
  return [
    `${bulkActionId}  ${action.action.kind}, ${state}: ${reason}`,
    `${selected} selected = ${sum.join(' + ')}`,
    ...timesOf(action),
    ...(reasons.length > 0
      ? [
          '',
          table(
            ['cases', 'state', 'why'],
            reasons.map((each) => [each.cases, each.state, each.detail]),
          ),
        ]
      : []),
  ].join('\n');
}

function timesOf({ state, estimatedSeconds, casesPerSecond, expiresAt, endedAt, stoppedBy }: BulkAction) {
  const pace = `about ${estimatedSeconds} s, at most ${casesPerSecond} cases a second`;
  if (state === 'previewed') return [`${pace}; to be started before ${expiresAt}`];
  if (state === 'running') return [pace];
  return [...(stoppedBy ? [`stopped by ${stoppedBy}`] : []), ...(endedAt ? [`ended ${endedAt}`] : [])];
}

/** A case of an action as a row. */
export function itemRow({ caseId, state, changes, detail, rule, law }: BulkItem): readonly Cell[] {
  const steps = changes.map(({ stepId, from, to }) => `${stepId}${movedFromTo(from, to)}`).join(', ');
  return [caseId, state, steps, [detail, rule, law].filter(Boolean).join(' · ')];
}

function movedFromTo(from?: string | null, to?: string | null): string {
  return !from && !to ? '' : ` ${from ?? '–'} → ${to ?? '–'}`;
}

/** An action as a row. */
export function actionRow({
  bulkActionId,
  action,
  state,
  selected,
  previewedAt,
  reason,
}: BulkAction): readonly Cell[] {
  return [bulkActionId, action.kind, state, selected, previewedAt, reason];
}
