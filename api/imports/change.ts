import type { Transaction } from 'kysely';
import { changeImport } from '../../register/imports/change';
import type { ImportKind } from '../../register/imports/tables';
import type { RegisterSchema, StoredResponse } from '../../register/schema';
import type { Caller } from '../auth/caller';
import { type Answer, type MessageIdentity, storedAnswer } from '../endpoint';
import { keyReused } from '../problem';
import type { Services } from '../services';
import { requireImport } from './access';

/** What somebody asks of an import. */
export type ImportRequest = {
  readonly caller: Caller;
  readonly message: MessageIdentity;
  readonly importId: string;
  readonly kind: ImportKind;
  readonly body: unknown;
};

/** Makes a change to an import once, and gives a repeat the same answer. Throws 404 and what `effect` throws. */
export async function changeOnce(
  request: ImportRequest,
  { register }: Services,
  effect: (trx: Transaction<RegisterSchema>) => Promise<StoredResponse>,
): Promise<Answer<never>> {
  const { caller, message, importId, kind, body } = request;
  await requireImport(register, caller, importId);
  const { id: messageId, bodyHash } = message;
  const change = { messageId, bodyHash, caller: caller.subject, importId, kind, body };
  const changed = await changeImport(register, change, effect);
  if (changed.kind === 'changed') return storedAnswer(changed.response);
  const { response, bodyHash: first } = changed.message;
  if (first !== bodyHash) throw keyReused();
  if (!response) throw new TypeError(`message ${messageId} has no answer`);
  return storedAnswer(response);
}
