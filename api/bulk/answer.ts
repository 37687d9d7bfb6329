import { z } from 'zod';
import { CaseId, MessageId, StepId } from '../../domain/model/ids';
import { Instant } from '../../domain/model/plain-date';
import type { BulkCount, BulkRow } from '../../register/bulk/actions';
import type { BulkItem } from '../../register/bulk/read-items';
import { ITEM_STATES, type ItemState } from '../../register/bulk/tables';
import { ReasonAnswer, wordsOf } from './reasons';

const Count = z.number().int().nonnegative();

/** An action on many cases as it is answered: the parts of `cases` always add up to `selected`. */
export const BulkActionAnswer = z
  .object({
    bulkActionId: MessageId,
    state: z.enum(['previewed', 'running', 'stopping', 'done', 'expired']),
    action: z
      .looseObject({ kind: z.string() })
      .describe('As it was asked for; a completion with its fields gathered'),
    reason: z.string(),
    selected: Count,
    accepted: Count.describe('Cases that the preview found fit'),
    cases: z
      .object({ pending: Count, done: Count, refused: Count, failed: Count, skipped: Count })
      .describe('What has come of the selected cases so far'),
    reasons: z
      .array(z.object({ state: z.enum(ITEM_STATES), reason: ReasonAnswer, detail: z.string(), cases: Count }))
      .describe('Why cases are refused, failed or skipped, the most first'),
    casesPerSecond: z.number().describe('The most that all actions together begin with'),
    estimatedSeconds: Count.describe('How long what is pending takes at that rate'),
    previewedBy: z.string(),
    previewedAt: Instant,
    expiresAt: Instant.describe('A preview is started before this moment, or made anew'),
    startedAt: Instant.nullable(),
    estimatedEnd: Instant.nullable().describe('Of an action that runs'),
    stoppedBy: z.string().nullable(),
    endedAt: Instant.nullable(),
  })
  .meta({ id: 'BulkAction' });

/** The action as the API answers it at a moment. */
export function bulkActionAnswer(
  row: BulkRow,
  counts: readonly BulkCount[],
  now: { readonly at: Date; readonly casesPerSecond: number },
): z.input<typeof BulkActionAnswer> {
  const { id, area: _area, selection: _selection, ...rest } = row;
  const cases = Object.fromEntries(ITEM_STATES.map((state) => [state, casesIn(counts, state)]));
  const pending = casesIn(counts, 'pending');
  const estimatedSeconds = Math.ceil(pending / now.casesPerSecond);
  const isRunning = row.state === 'running' || row.state === 'stopping';
  return {
    ...rest,
    bulkActionId: id,
    state: stateAt(row, now.at),
    action: { ...row.action },
    cases: cases as Record<ItemState, number>,
    reasons: counts
      .flatMap(({ reason, ...count }) =>
        reason === null ? [] : [{ ...count, reason, detail: wordsOf(reason) }],
      )
      .sort((one, other) => other.cases - one.cases),
    casesPerSecond: now.casesPerSecond,
    estimatedSeconds,
    previewedAt: row.previewedAt.toISOString(),
    expiresAt: row.expiresAt.toISOString(),
    startedAt: row.startedAt?.toISOString() ?? null,
    estimatedEnd: isRunning ? new Date(now.at.getTime() + estimatedSeconds * 1_000).toISOString() : null,
    endedAt: row.endedAt?.toISOString() ?? null,
  };
}

/** How an action stands at a moment: a preview that nobody started in time has expired. */
export function stateAt({ state, expiresAt }: BulkRow, at: Date): BulkRow['state'] | 'expired' {
  return state === 'previewed' && expiresAt <= at ? 'expired' : state;
}

function casesIn(counts: readonly BulkCount[], state: ItemState): number {
  return counts.filter((count) => count.state === state).reduce((sum, { cases }) => sum + cases, 0);
}

/** One case of an action, as it is answered. */
export const BulkItemAnswer = z
  .object({
    position: z.number().int(),
    caseId: CaseId,
    state: z.enum(ITEM_STATES),
    reason: ReasonAnswer.nullable(),
    detail: z.string().nullable().describe('The reason in words'),
    rule: z.string().nullable(),
    law: z.string().nullable().describe('Of a refusal that the law makes'),
    changes: z
      .array(
        z.object({
          stepId: StepId,
          filing: z.number().int(),
          from: z.string().nullable().optional(),
          to: z.string().nullable().optional(),
          rule: z.string().optional().describe('Of an extension: the date that it moves'),
        }),
      )
      .describe(
        'What happens to which steps: from and to are colleagues, dates or filings, as the kind says',
      ),
    leftOut: z
      .array(z.object({ stepId: StepId, reason: ReasonAnswer }))
      .describe('Steps under way that the action is about and does not fit'),
    messageId: MessageId.nullable().describe('Its message, as in the timeline of the case'),
    settledAt: Instant.nullable(),
  })
  .meta({ id: 'BulkItem' });

/** The case as the API answers it. */
export function bulkItemAnswer(item: BulkItem): z.input<typeof BulkItemAnswer> {
  return {
    ...item,
    detail: item.reason && wordsOf(item.reason),
    changes: [...item.changes],
    leftOut: [...item.leftOut],
    settledAt: item.settledAt?.toISOString() ?? null,
  };
}
