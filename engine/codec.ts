import type { Payload, PayloadCodec } from '@temporalio/common';
import { deflateRawSync, inflateRawSync } from 'node:zlib';

/** Finds the id of a case's key; throws for a case that has none, so that nothing leaves without one. */
export type KeyLookup = (caseId: string) => Promise<string>;

const CASE_WORKFLOW = /^case-(?<caseId>[0-9a-f-]{36})$/;
const KEY_ID = 'case-key-id';
/** Enough for the cases that one worker has in its cache, a few times over. */
const REMEMBERED_KEYS = 10_000;

/** Where a compressed payload names the encoding of what is inside. */
const INNER_ENCODING = 'deflated-encoding';
const DEFLATED = new TextEncoder().encode('binary/deflate');
/** A shorter payload is not worth compressing, in bytes. */
const COMPRESS_FROM = 1024;

/**
 * The hook through which every payload of a case passes, in client and worker. It names the case's key on the payload;
 * the cipher that uses the key comes in here and nowhere else. It compresses what local activities return, which nobody
 * reads in Temporal's UI; what people read there stays plain. Payloads are read by their metadata, so those written
 * before there was any compression stay readable.
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
      const isLocal = context?.type === 'activity' && context.isLocal;
      return payloads.map((payload) => {
        const stored = isLocal ? deflated(payload) : payload;
        return { ...stored, metadata: { ...stored.metadata, [KEY_ID]: id } };
      });
    },
    async decode(payloads): Promise<Payload[]> {
      return payloads.map(inflated);
    },
  };
}

function deflated(payload: Payload): Payload {
  const { metadata, data } = payload;
  const encoding = metadata?.encoding;
  if (!data || !encoding || data.length < COMPRESS_FROM) return payload;
  return {
    ...payload,
    metadata: { ...metadata, encoding: DEFLATED, [INNER_ENCODING]: encoding },
    data: deflateRawSync(data),
  };
}

function inflated(payload: Payload): Payload {
  const { [INNER_ENCODING]: encoding, ...metadata } = payload.metadata ?? {};
  if (!encoding || !payload.data) return payload;
  return { ...payload, metadata: { ...metadata, encoding }, data: inflateRawSync(payload.data) };
}
