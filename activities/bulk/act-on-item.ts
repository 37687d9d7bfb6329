import { Context } from '@temporalio/activity';
import type { Deliver } from '../../engine/deliver';
import { faultCode } from '../../platform/logger';
import type { BulkRow } from '../../register/bulk/actions';
import { beginItem } from '../../register/bulk/acting/begin-item';
import { type ItemToAct, noteFault } from '../../register/bulk/acting/running';
import { settleRefused, settleTaken } from '../../register/bulk/acting/settle';
import type { Register } from '../../register/database';
import { isDatabaseAway } from '../../register/health/faults';

/** The engine cannot be reached: nothing is wrong with the case whose turn it was. */
class EngineAway extends Error {
  override readonly name = 'EngineAway';
}

/**
 * Acts on one case of an action. One that does not answer is left for the next round; an internal error is noted, so that
 * it delays no other. Throws only while the engine or the register is away.
 */
export async function actOnItem(
  parts: { readonly register: Register; readonly deliver: Deliver },
  bulk: BulkRow,
  item: ItemToAct,
): Promise<void> {
  try {
    await deliverToCase(parts, bulk, item);
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

async function deliverToCase(
  { register, deliver }: { readonly register: Register; readonly deliver: Deliver },
  bulk: BulkRow,
  item: ItemToAct,
): Promise<void> {
  const message = await beginItem(register, bulk, item.position);
  if (!message) return;
  const delivery = await deliver(item.caseId, message);
  switch (delivery.kind) {
    case 'taken':
      return settleTaken(register, bulk.id, item.position, message);
    case 'refused':
      return settleRefused(register, bulk.id, item, message, delivery.refusal);
    case 'away':
      throw new EngineAway('the engine cannot be reached');
    case 'busy':
    case 'unknown':
  }
}
