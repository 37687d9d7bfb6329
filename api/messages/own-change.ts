import type { CaseId } from '../../domain/model/ids';
import type { Register } from '../../register/database';
import { findMessage } from '../../register/messages/store';
import type { StoredKind, StoredResponse } from '../../register/schema';
import { makeOwnChange } from '../../register/work/own-change';
import type { Caller } from '../auth/caller';
import { type Answer, type MessageIdentity, storedAnswer } from '../endpoint';
import { keyReused } from '../problem';
import type { Services } from '../services';

/** A request for a change that is the register's alone. */
export type OwnChangeRequest = {
  readonly caller: Caller;
  readonly message: MessageIdentity;
  readonly kind: StoredKind;
  readonly caseId?: CaseId;
  readonly body: unknown;
};

/** Makes the change once; a repeat gets the answer of the first. What `effect` throws is answered, and nothing is kept. */
export async function changeRegister(
  { caller, message, kind, caseId, body }: OwnChangeRequest,
  { register }: Services,
  effect: (trx: Register) => Promise<StoredResponse>,
): Promise<Answer<never>> {
  const { id, bodyHash } = message;
  const change = { id, bodyHash, kind, caseId: caseId ?? null, caller: caller.subject, body };
  const response = await makeOwnChange(register, change, effect);
  return response ? storedAnswer(response) : repeatedAnswer(message, register);
}

/** The answer that an earlier request with the same key got. Throws 409 where that one had another body. */
export async function repeatedAnswer(message: MessageIdentity, register: Register): Promise<Answer<never>> {
  const earlier = await findMessage(register, message.id);
  if (!earlier?.response) throw new TypeError(`message ${message.id} has no answer`);
  if (earlier.bodyHash !== message.bodyHash) throw keyReused();
  return storedAnswer(earlier.response);
}
