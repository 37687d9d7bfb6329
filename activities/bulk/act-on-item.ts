import { Context } from '@temporalio/activity';
import type { CaseId } from '../../domain/model/ids';
import type { CaseMessage } from '../../domain/model/message';
import { faultCode } from '../../platform/logger';
import type { BulkRow } from '../../register/bulk/actions';
import { beginItem } from '../../register/bulk/acting/begin-item';
import { type ItemToAct, noteFault } from '../../register/bulk/acting/running';
import { settleRefused, settleTaken } from '../../register/bulk/acting/settle';
import type { Register } from '../../register/database';
import { isDatabaseAway } from '../../register/health/faults';
import type { StoredRefusal } from '../../register/schema';

/** What became of a message: the register shows it; its case refused it; or nobody knows yet. */
export type Delivered =
  | { readonly kind: 'taken' }
  | { readonly kind: 'refused'; readonly refusal: StoredRefusal }
  | { readonly kind: 'unknown' };

/** The engine cannot be reached: nothing is wrong with the case that it was to bring a message to. */
export class EngineAway extends Error {
  override readonly name = 'EngineAway';
}

/** Brings a stored message to its case under the message's own id. Safe to repeat. Throws `EngineAway`. */
export type Deliver = (caseId: CaseId, message: CaseMessage) => Promise<Delivered>;

/**
 * Acts on one case of an action. One that does not answer is left for the next round; an internal error is noted, so that
 * it holds up no other. Throws only while the engine or the register is away.
 */
export async function actOnItem(
  parts: { readonly register: Register; readonly deliver: Deliver },
  bulk: BulkRow,
  item: ItemToAct,
): Promise<void> {
  try {
    await bringToCase(parts, bulk, item);
  } catch (fault) {
    if (fault instanceof EngineAway || isDatabaseAway(fault)) throw fault;
    Context.current().log.error('a case of an action on many failed by an internal error', {
      bulkId: bulk.id,
      position: item.position,
      fault: faultCode(fault),
    });
    await noteFault(parts.register, bulk.id, item.position);
  }
}

async function bringToCase(
  { register, deliver }: { readonly register: Register; readonly deliver: Deliver },
  bulk: BulkRow,
  item: ItemToAct,
): Promise<void> {
  const message = await beginItem(register, bulk, item.position);
  if (!message) return;
  const delivered = await deliver(item.caseId, message);
  switch (delivered.kind) {
    case 'taken':
      return settleTaken(register, bulk.id, item.position, message);
    case 'refused':
      return settleRefused(register, bulk.id, item, message, delivered.refusal);
    case 'unknown':
  }
}
