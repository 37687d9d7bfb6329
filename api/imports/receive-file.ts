import { z } from 'zod';
import {
  beginImport,
  confirmImport,
  discardImport,
  type NewImport,
  type SentRow,
  storeRows,
} from '../../register/imports/receive';
import { bodyHash } from '../../register/message-id';
import { findMessage } from '../../register/messages/store';
import type { Register } from '../../register/database';
import type { StoredResponse } from '../../register/schema';
import { type Answer, type MessageIdentity, storedAnswer } from '../endpoint';
import { keyReused, Problem } from '../problem';
import { rowsOfCsv, rowsOfJsonLines } from './rows-of-file';
import type { Upload } from './upload';

/** Answer to a file that came whole. */
export const ImportReceived = z
  .object({ importId: z.uuid(), rows: z.number().int().describe('Without the header') })
  .meta({ id: 'ImportReceived' });

/** A file to import, still to be read. */
export type SentFile = {
  readonly message: MessageIdentity;
  readonly about: NewImport;
  readonly file: Upload;
};

/** Rows in one insert. */
const BATCH = 500;

/**
 * Receives a file row by row into the register, and lets the worker begin when it is there whole; a file that breaks off
 * or is not what it says leaves nothing. The same request again gets the same answer once its file has been read.
 * Throws 409 when the key came with another file, 400 for a file without rows.
 */
export async function receiveFile(register: Register, sent: SentFile): Promise<Answer<never>> {
  const { message, about, file } = sent;
  if (message.earlier) return repeated(register, sent, rowsOf(file, about));
  const importId = await beginImport(register, about);
  try {
    const rows = await storeAll(register, importId, rowsOf(file, about));
    if (rows === 0) throw new Problem('invalid-request', 'The file holds no rows.');
    const response = {
      status: 202,
      headers: { Location: `/api/v1/imports/${importId}` },
      body: { importId, rows },
    };
    const { id } = message;
    const confirmed = { id, caller: about.caller, bodyHash: hashOf(sent), rows, response };
    if (await confirmImport(register, importId, confirmed)) return storedAnswer(response);
  } catch (fault) {
    await discardImport(register, importId);
    throw fault;
  }
  await discardImport(register, importId);
  return sameAnswer(register, sent);
}

function rowsOf({ text }: Upload, { format }: NewImport): AsyncGenerator<SentRow> {
  return format === 'csv' ? rowsOfCsv(text()) : rowsOfJsonLines(text());
}

async function storeAll(
  register: Register,
  importId: string,
  rows: AsyncGenerator<SentRow>,
): Promise<number> {
  let count = 0;
  let batch: SentRow[] = [];
  for await (const row of rows) {
    batch.push(row);
    count += 1;
    if (batch.length < BATCH) continue;
    await storeRows(register, importId, batch);
    batch = [];
  }
  if (batch.length > 0) await storeRows(register, importId, batch);
  return count;
}

/** The file is read only to know that it is the same. */
async function repeated(
  register: Register,
  sent: SentFile,
  rows: AsyncGenerator<SentRow>,
): Promise<Answer<never>> {
  for await (const row of rows) void row;
  return sameAnswer(register, sent);
}

async function sameAnswer(register: Register, sent: SentFile): Promise<Answer<never>> {
  const first = await findMessage(register, sent.message.id);
  const response: StoredResponse | null | undefined = first?.response;
  if (!first || !response) throw new TypeError(`import ${sent.message.id} has no answer`);
  if (first.bodyHash !== hashOf(sent)) throw keyReused();
  return storedAnswer(response);
}

/** Of the file and of what was asked about it in the address. */
function hashOf({ file, about: { format, source, validateOnly } }: SentFile): string {
  return bodyHash({ file: file.hash(), format, source, validateOnly });
}
