import type { CaseId } from '../../domain/model/ids';
import { lockCase } from '../assessment/projection';
import type { Register } from '../database';
import { noteInLedger } from '../ledger';
import { keepResponse, type NewMessage, storeMessage } from '../messages/store';
import type { StoredResponse } from '../schema';

/** A change that the engine need not know of: a claim, a note, a saved view. */
export type OwnChange = Pick<NewMessage, 'id' | 'caseId' | 'kind' | 'caller' | 'bodyHash' | 'body'>;

/**
 * Makes a change of the register's own in one transaction: its message, born confirmed; what it does, by `effect`; and
 * the answer that repeats get again. `undefined` when a request with the same key came before, after waiting for it. An
 * `effect` that throws leaves no trace. Where it concerns a case, that case's row is held until the end and `effect` tells
 * its ledger; one of no case is told here, unless `effect` has said more of it.
 */
export async function makeOwnChange(
  register: Register,
  change: OwnChange,
  effect: (trx: Register) => Promise<StoredResponse>,
): Promise<StoredResponse | undefined> {
  return register.transaction().execute(async (trx) => {
    if (!(await storeMessage(trx, { ...change, via: 'register', message: null }))) return undefined;
    if (change.caseId) await lockCase(trx, change.caseId);
    const response = await effect(trx);
    const { id: messageId, kind, caller: actor } = change;
    if (!change.caseId) await noteInLedger(trx, { messageId, kind, actor, content: {} });
    await keepResponse(trx, change.id, response);
    return response;
  });
}

/** A case reads otherwise than before: its ETag moves. The caller holds the case's row. Gives the new version. */
export async function touchCase(trx: Register, caseId: CaseId): Promise<number> {
  const { register_version } = await trx
    .updateTable('cases')
    .set((eb) => ({ register_version: eb('register_version', '+', 1) }))
    .where('id', '=', caseId)
    .returning('register_version')
    .executeTakeFirstOrThrow();
  return register_version;
}
