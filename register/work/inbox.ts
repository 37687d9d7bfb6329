import type { CaseId, StepId } from '../../domain/model/ids';
import type { Register } from '../database';

/**
 * A notification of a colleague: a step handed over, a mention, a waiting step, a subscription, a proposal to decide.
 */
export type InboxEntry = {
  readonly recipient: string;
  /** Makes the entry unique for its recipient. */
  readonly eventKey: string;
  readonly kind: InboxKind;
  readonly caseId?: CaseId;
  readonly stepId?: StepId;
  /** Ids, codes and subjects; texts about a person are not copied here. */
  readonly content: Readonly<Record<string, unknown>>;
};

export const INBOX_KINDS = [
  'assigned',
  'unassigned',
  'mentioned',
  'reminder',
  'subscription',
  'proposal',
  'proposalDecided',
  'bulkAction',
  'absence',
] as const;
export type InboxKind = (typeof INBOX_KINDS)[number];

/** Adds entries to their recipients' inboxes, each once for its event key. */
export async function addToInbox(db: Register, entries: readonly InboxEntry[]): Promise<void> {
  if (entries.length === 0) return;
  await db
    .insertInto('inbox')
    .values(
      entries.map(({ recipient, eventKey, kind, caseId, stepId, content }) => ({
        recipient,
        event_key: eventKey,
        kind,
        case_id: caseId ?? null,
        step_id: stepId ?? null,
        content: JSON.stringify(content),
      })),
    )
    .onConflict((conflict) => conflict.columns(['recipient', 'event_key']).doNothing())
    .execute();
}

/** An entry as its recipient reads it. */
export type InboxRow = {
  readonly id: string;
  readonly kind: InboxKind;
  readonly caseId: CaseId | null;
  readonly stepId: StepId | null;
  readonly content: Readonly<Record<string, unknown>>;
  readonly at: Date;
  readonly readAt: Date | null;
};

/** Returns a page of somebody's inbox, the newest first, before the entry with id `before`. */
export async function readInbox(
  register: Register,
  recipient: string,
  page: { readonly limit: number; readonly before?: string; readonly isUnreadOnly: boolean },
): Promise<InboxRow[]> {
  let query = register
    .selectFrom('inbox')
    .select(['id', 'kind', 'case_id as caseId', 'step_id as stepId', 'content', 'at', 'read_at as readAt'])
    .where('recipient', '=', recipient)
    .orderBy('id', 'desc')
    .limit(page.limit);
  if (page.before !== undefined) query = query.where('id', '<', page.before);
  if (page.isUnreadOnly) query = query.where('read_at', 'is', null);
  return (await query.execute()) as InboxRow[];
}

/** Marks entries up to and including `upTo` as read. Returns the number of entries that were unread. */
export async function markInboxRead(register: Register, recipient: string, upTo: string): Promise<number> {
  const marked = await register
    .updateTable('inbox')
    .set({ read_at: new Date() })
    .where('recipient', '=', recipient)
    .where('id', '<=', upTo)
    .where('read_at', 'is', null)
    .executeTakeFirst();
  return Number(marked.numUpdatedRows);
}
