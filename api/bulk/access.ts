import { z } from 'zod';
import { MessageId } from '../../domain/model/ids';
import { type BulkRow, countItems } from '../../register/bulk/actions';
import type { Register } from '../../register/database';
import { coversArea } from '../../register/work/colleagues';
import type { Caller } from '../auth/caller';
import { bodyTag } from '../entity-tag';
import { notFound, Problem } from '../problem';
import type { Services } from '../services';
import { type BulkActionAnswer, bulkActionAnswer } from './answer';

/** The address of an action. */
export const BulkParams = z.strictObject({
  bulkActionId: MessageId.meta({ param: { id: 'BulkActionId' } }),
});

/** Throws 404 where there is no such action, or its cases lie outside the caller's area. */
export function requireKnown(caller: Caller, bulk: BulkRow | undefined): BulkRow {
  if (!bulk || !coversArea(caller.area, bulk.area)) throw notFound('action');
  return bulk;
}

/** Throws 403 unless the caller made the preview: whoever saw it answers for starting it. */
export function requireOwn(caller: Caller, { previewedBy }: BulkRow): void {
  if (previewedBy === caller.subject) return;
  throw new Problem('not-allowed', 'An action is started by whoever previewed it.');
}

/** The actions as they stand now. */
export async function answersOf(
  db: Register,
  rows: readonly BulkRow[],
  { config }: Pick<Services, 'config'>,
): Promise<z.input<typeof BulkActionAnswer>[]> {
  const counts = await countItems(
    db,
    rows.map(({ id }) => id),
  );
  const now = { at: new Date(), casesPerSecond: config.bulk.casesPerSecond };
  return rows.map((row) => bulkActionAnswer(row, counts.get(row.id) ?? [], now));
}

/** One action as it stands now. */
export async function answerOf(
  db: Register,
  row: BulkRow,
  services: Pick<Services, 'config'>,
): Promise<z.input<typeof BulkActionAnswer>> {
  const [answer] = await answersOf(db, [row], services);
  if (!answer) throw new TypeError('an action has no answer');
  return answer;
}

/** The entity tag of an action: all of its answer but when it may end, which moves with the clock. */
export function bulkTag(answer: z.input<typeof BulkActionAnswer>): string {
  return bodyTag({ ...answer, estimatedEnd: null });
}

/** Address of an action. */
export function addressOf(id: MessageId): string {
  return `/api/v1/bulk-actions/${id}`;
}
