import { Client, type ConnectionLike } from '@temporalio/client';
import type { DataConverter } from '@temporalio/common';
import { caseKeyId } from '../register/case-keys';
import type { Register } from '../register/database';
import { createCaseCodec } from './codec';

/** How payloads of cases are written and read, the same in every client and worker. */
export function caseDataConverter(register: Register): DataConverter {
  return { payloadCodecs: [createCaseCodec((caseId) => caseKeyId(register, caseId))] };
}

/** A client of the engine on a connection that is open. */
export function createClient(connection: ConnectionLike, namespace: string, register: Register): Client {
  return new Client({ connection, namespace, dataConverter: caseDataConverter(register) });
}
