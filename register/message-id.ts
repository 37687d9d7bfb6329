import { createHash } from 'node:crypto';
import { v5 } from 'uuid';
import { type CaseId, MessageId } from '../domain/model/ids';

/** Namespace of every message id (RFC 9562 §5.5). Never changed: a repeat must find the row of the first request. */
const NAMESPACE = '5f0c1d1e-6a3b-4c52-9c0e-6f3b1d3f7a10';

/** Returns the id of a changing request: the same for the same caller, method, path and key. */
export function requestMessageId(caller: string, method: string, path: string, key: string): MessageId {
  return MessageId.parse(v5([caller, method, path, key].join('\n'), NAMESPACE));
}

/** Returns the id of a message that another one causes in a case, for instance its start or a re-plan. */
export function derivedMessageId(cause: MessageId, caseId: CaseId, kind: string): MessageId {
  return MessageId.parse(v5(`${caseId}/${kind}`, cause));
}

/** Returns the cause of the re-planning of cases after a deploy: an id of the version of the rules. */
export function versionMessageId(rulesVersion: string): MessageId {
  return MessageId.parse(v5(`rules\n${rulesVersion}`, NAMESPACE));
}

/** Returns the id of the intake of one household of an import. */
export function importMessageId(importId: string, household: string): MessageId {
  return MessageId.parse(v5(`household/${household}`, importId));
}

/**
 * Returns the SHA-256 of a body in hex, by which a repeat is told from another request with the same key. The order
 * of keys does not matter.
 */
export function bodyHash(body: unknown): string {
  const content = body instanceof Uint8Array ? body : JSON.stringify(body, sortedKeys);
  return createHash('sha256')
    .update(content ?? '')
    .digest('hex');
}

function sortedKeys(_key: string, value: unknown): unknown {
  if (value === null || typeof value !== 'object' || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
}
