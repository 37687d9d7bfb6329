import type { Register } from '../../register/database';
import { noteInLedger } from '../../register/ledger';
import type { ImportKind } from '../../register/imports/tables';
import type { StoredResponse } from '../../register/schema';
import type { Caller } from '../auth/caller';
import type { Answer, MessageIdentity } from '../endpoint';
import { changeRegister } from '../messages/own-change';
import { requireVersion } from '../messages/revision';
import type { Services } from '../services';
import { requireImport } from './access';
import { importTag } from './answers';

/** What somebody asks of an import that is there. */
export type ImportRequest = {
  readonly caller: Caller;
  readonly message: MessageIdentity;
  readonly importId: string;
  readonly ifMatch: string | undefined;
  readonly kind: ImportKind;
  readonly asked: Readonly<Record<string, unknown>>;
};

/**
 * Makes a change to an import once, with a ledger row of no single case, and gives a repeat the same answer. Throws 404
 * for an import that the caller may not know, 412 for another version of it, and what `effect` throws.
 */
export async function changeImport(
  { caller, message, importId, ifMatch, kind, asked }: ImportRequest,
  services: Services,
  effect: (trx: Register) => Promise<StoredResponse>,
): Promise<Answer<never>> {
  const view = await requireImport(services.register, caller, importId);
  requireVersion('import', ifMatch, importTag(view));
  const content = { importId, ...asked };
  return changeRegister({ caller, message, kind, body: content }, services, async (trx) => {
    const response = await effect(trx);
    await noteInLedger(trx, { messageId: message.id, kind, actor: caller.subject, content });
    return response;
  });
}
