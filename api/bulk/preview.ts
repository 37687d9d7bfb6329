import { stockholmDayAt } from '../../domain/law/stockholm-day';
import type { CaseId, MessageId } from '../../domain/model/ids';
import type { PlainDate } from '../../domain/model/plain-date';
import type { BulkAction } from '../../domain/process/judging/bulk-action';
import { RULES_VERSION } from '../../domain/process/steps/catalogue';
import { findBulkAction } from '../../register/bulk/actions';
import { storePreview } from '../../register/bulk/preview';
import { selectCases } from '../../register/bulk/selection';
import type { Selection } from '../../register/reading/case-filters';
import type { Register } from '../../register/database';
import type { StoredResponse } from '../../register/schema';
import { kommunerOf } from '../../register/work/colleagues';
import type { Caller } from '../auth/caller';
import { Problem } from '../problem';
import type { Services } from '../services';
import { addressOf, answerOf, bulkTag } from './access';
import { judgeCases } from './judge-cases';

/** How long a preview may be started, in milliseconds. */
const HOLDS_FOR = 3_600_000;

/** An action that is asked for. */
export type PreviewRequest = {
  readonly id: MessageId;
  readonly caller: Caller;
  readonly action: BulkAction;
  readonly selection: Selection;
  readonly reason: string;
};

/** Judges the action in every case of the selection and keeps what was found. Throws 422 for more cases than are allowed. */
export async function preview(
  trx: Register,
  { id, caller, action, selection, reason }: PreviewRequest,
  services: Services,
): Promise<StoredResponse> {
  const at = new Date();
  const today = stockholmDayAt(at.getTime());
  const rulesVersion = services.planner.version ?? RULES_VERSION;
  const ids = await selected(trx, caller, selection, today, services.config.bulk.casesAtMost);
  const cases = await judgeCases(trx, ids, {
    action,
    caller,
    today,
    rulesVersion,
    secondApproval: services.config.secondApproval,
  });
  const expiresAt = new Date(at.getTime() + HOLDS_FOR);
  const { subject: previewedBy, area } = caller;
  await storePreview(trx, { id, action, selection, reason, previewedBy, area, at, expiresAt }, cases);
  const row = await findBulkAction(trx, id);
  if (!row) throw new TypeError(`action ${id} is gone`);
  const body = await answerOf(trx, row, services);
  return { status: 201, headers: { Location: addressOf(id), ETag: bulkTag(body) }, body };
}

async function selected(
  trx: Register,
  caller: Caller,
  selection: Selection,
  asOf: PlainDate,
  atMost: number,
): Promise<readonly CaseId[]> {
  const ids =
    'caseIds' in selection
      ? selection.caseIds
      : await selectCases(trx, selection.filters, { asOf, ...kommunerOf(caller), limit: atMost + 1 });
  if (ids.length > atMost)
    throw new Problem('too-many-cases', `One action has ${atMost} cases at most; narrow the selection.`);
  return ids;
}
