import type { CaseId, MessageId } from '../../domain/model/ids';
import type { BulkAction, BulkJudgement } from '../../domain/process/judging/bulk-action';
import type { Register } from '../database';
import type { AreaOf } from '../work/tables';
import type { Selection } from '../reading/case-filters';

/** A requested action: what, for which cases, why, by whom. It must be started before `expiresAt`. */
export type BulkAsked = {
  readonly id: MessageId;
  readonly action: BulkAction;
  readonly selection: Selection;
  readonly reason: string;
  readonly previewedBy: string;
  readonly area: AreaOf;
  readonly at: Date;
  readonly expiresAt: Date;
};

/** The judged result of the action for one case, and the version of the case that was judged. */
export type PreviewedCase = {
  readonly caseId: CaseId;
  readonly revision: number;
  readonly registerVersion: number;
  readonly judgement: BulkJudgement;
  /** Of a refusal by law: its rule and statute. */
  readonly rule?: string;
  readonly law?: string;
};

/** Retention of a preview that is never started, in ms: as long as its request is answered again. */
const KEPT_UNSTARTED = 30 * 24 * 3_600_000;

/** Rows in one statement: PostgreSQL takes 65 535 parameters. */
const AT_A_TIME = 1_000;

/** Stores a preview: a start acts on exactly these cases. Deletes the same person's expired previews. */
export async function storePreview(
  trx: Register,
  asked: BulkAsked,
  cases: readonly PreviewedCase[],
): Promise<void> {
  const { id, action, selection, reason, previewedBy, area, at, expiresAt } = asked;
  await trx
    .deleteFrom('bulk_actions')
    .where('previewed_by', '=', previewedBy)
    .where('state', '=', 'previewed')
    .where('previewed_at', '<', new Date(at.getTime() - KEPT_UNSTARTED))
    .execute();
  await trx
    .insertInto('bulk_actions')
    .values({
      id,
      action: JSON.stringify(action),
      selection: JSON.stringify(selection),
      reason,
      previewed_by: previewedBy,
      area: JSON.stringify(area),
      selected: cases.length,
      accepted: cases.filter(({ judgement }) => judgement.kind === 'accepted').length,
      previewed_at: at,
      expires_at: expiresAt,
    })
    .execute();
  const rows = cases.map((previewed, position) => rowOf(id, position, previewed, at));
  for (let first = 0; first < rows.length; first += AT_A_TIME) {
    await trx
      .insertInto('bulk_items')
      .values(rows.slice(first, first + AT_A_TIME))
      .execute();
  }
}

function rowOf(
  bulkId: MessageId,
  position: number,
  { caseId, revision, registerVersion, judgement, rule, law }: PreviewedCase,
  at: Date,
) {
  const isAccepted = judgement.kind === 'accepted';
  return {
    bulk_id: bulkId,
    position,
    case_id: caseId,
    changes: JSON.stringify(isAccepted ? judgement.changes : []),
    left_out: JSON.stringify(isAccepted ? judgement.leftOut : []),
    revision,
    register_version: registerVersion,
    state: isAccepted ? ('pending' as const) : ('refused' as const),
    reason: isAccepted ? null : judgement.reason,
    rule: rule ?? null,
    law: law ?? null,
    settled_at: isAccepted ? null : at,
  };
}
