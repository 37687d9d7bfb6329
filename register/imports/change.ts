import type { Transaction } from 'kysely';
import type { MessageId } from '../../domain/model/ids';
import type { Register } from '../database';
import { findMessage, keepResponse, type StoredMessage, storeMessage } from '../messages/store';
import type { RegisterSchema, StoredResponse } from '../schema';
import { endIfOver } from './end';
import { noteInLedger } from './ledger';
import type { ImportKind } from './tables';

/** What somebody asks of an import that is there. */
export type ImportChange = {
  readonly messageId: MessageId;
  readonly bodyHash: string;
  readonly caller: string;
  readonly importId: string;
  readonly kind: ImportKind;
  readonly body: unknown;
};

/** The first answer to a request: what a repeat, also one at the same moment, gets too. */
export type Changed =
  | { readonly kind: 'changed'; readonly response: StoredResponse }
  | { readonly kind: 'repeated'; readonly message: StoredMessage };

/**
 * Makes a change in one transaction with its message, its ledger row and the answer, once for its message's id. What
 * `effect` throws takes all of it back.
 */
export async function changeImport(
  register: Register,
  change: ImportChange,
  effect: (trx: Transaction<RegisterSchema>) => Promise<StoredResponse>,
): Promise<Changed> {
  const { messageId: id, bodyHash, caller, importId, kind, body } = change;
  return register.transaction().execute(async (trx): Promise<Changed> => {
    const row = { id, caller, bodyHash, body: { importId, asked: body }, caseId: null, message: null };
    if (!(await storeMessage(trx, { ...row, kind, via: 'register' }))) {
      const message = await findMessage(trx, id);
      if (!message) throw new TypeError(`message ${id} is gone`);
      return { kind: 'repeated', message };
    }
    const response = await effect(trx);
    await keepResponse(trx, id, response);
    await noteInLedger(trx, { messageId: id, kind, actor: caller, content: { importId, asked: body } });
    return { kind: 'changed', response };
  });
}

/** Stops an import, or lets it go on; `false` when it has ended. */
export async function setStopped(trx: Register, importId: string, isStopped: boolean): Promise<boolean> {
  const row = await trx
    .updateTable('imports')
    .set({ is_stopped: isStopped, waits_because: null })
    .where('id', '=', importId)
    .where('state', '<>', 'ended')
    .returning('id')
    .executeTakeFirst();
  if (row && !isStopped) await endIfOver(trx, importId);
  return row !== undefined;
}
