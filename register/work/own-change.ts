import type { CaseId } from '../../domain/model/ids';
import { lockCase } from '../assessment/projection';
import type { Register } from '../database';
import { noteInLedger } from '../ledger';
import { keepResponse, type NewMessage, storeMessage } from '../messages/store';
import type { StoredResponse } from '../schema';

/** A change that does not concern the engine: a claim, a note, a saved view. */
export type OwnChange = Pick<NewMessage, 'id' | 'caseId' | 'kind' | 'caller' | 'bodyHash' | 'body'>;

/**
 * Makes a change of the register only, in one transaction: its message, stored as confirmed; its `effect`; and the
 * response, which repeats get again. Undefined when a request with the same key was first, after waiting for it. An
 * `effect` that throws rolls everything back. A change of a case locks the case's row, and `effect` writes its
 * ledger; a change of no case is recorded here.
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

/**
 * Increases a case's version in the register, and so changes its ETag. The caller holds the case's row. Returns the
 * new version.
 */
export async function touchCase(trx: Register, caseId: CaseId): Promise<number> {
  const { register_version } = await trx
    .updateTable('cases')
    .set((eb) => ({ register_version: eb('register_version', '+', 1) }))
    .where('id', '=', caseId)
    .returning('register_version')
    .executeTakeFirstOrThrow();
  return register_version;
}
