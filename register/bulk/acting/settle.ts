import type { CaseId, MessageId } from '../../../domain/model/ids';
import type { CaseMessage, RefusalCode } from '../../../domain/model/message';
import type { Register } from '../../database';
import { confirmMessage, refuseMessage } from '../../messages/relay-queue';
import type { StoredRefusal } from '../../schema';
import { type Settled, settleItem } from './running';

/** Settles a case that has accepted the message of an action. */
export async function settleTaken(
  register: Register,
  bulkId: MessageId,
  position: number,
  { messageId }: CaseMessage,
): Promise<void> {
  await register.transaction().execute(async (trx) => {
    await confirmMessage(trx, messageId);
    await settleItem(trx, bulkId, position, { state: 'done' });
  });
}

/** Settles a case that has refused the message of an action. */
export async function settleRefused(
  register: Register,
  bulkId: MessageId,
  { position, caseId }: { readonly position: number; readonly caseId: CaseId },
  { messageId }: CaseMessage,
  refusal: StoredRefusal,
): Promise<void> {
  await refuseMessage(register, caseId, messageId, { refusal });
  await settleItem(register, bulkId, position, refusedAs(refusal.code));
}

/** Returns the result of a refusal: a case that has changed since the preview is skipped. */
export function refusedAs(code: RefusalCode): Settled {
  if (code === 'staleRevision') return { state: 'skipped', reason: 'changedSince' };
  return { state: 'refused', reason: code };
}
