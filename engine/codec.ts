import type { Payload, PayloadCodec } from '@temporalio/common';

/** Finds the id of a case's key; throws for a case that has none, so that nothing leaves without one. */
export type KeyLookup = (caseId: string) => Promise<string>;

const CASE_WORKFLOW = /^case-(?<caseId>[0-9a-f-]{36})$/;
const KEY_ID = 'case-key-id';
/** Enough for the cases that one worker has in its cache, a few times over. */
const REMEMBERED_KEYS = 10_000;

/**
 * The hook through which every payload of a case passes, in client and worker. It names the case's key on the payload;
 * the cipher that uses the key comes in here and nowhere else. Reading needs no key while payloads are plain.
 */
export function createCaseCodec(keyIdOf: KeyLookup): PayloadCodec {
  const known = new Map<string, Uint8Array>();

  async function keyId(caseId: string): Promise<Uint8Array> {
    const remembered = known.get(caseId);
    if (remembered) return remembered;
    const found = new TextEncoder().encode(await keyIdOf(caseId));
    if (known.size >= REMEMBERED_KEYS) known.clear();
    known.set(caseId, found);
    return found;
  }

  return {
    async encode(payloads, context): Promise<Payload[]> {
      const caseId = CASE_WORKFLOW.exec(context?.workflowId ?? '')?.groups?.caseId;
      if (!caseId) return payloads;
      const id = await keyId(caseId);
      return payloads.map((payload) => ({ ...payload, metadata: { ...payload.metadata, [KEY_ID]: id } }));
    },
    async decode(payloads): Promise<Payload[]> {
      return payloads;
    },
  };
}
