import { randomUUID } from 'node:crypto';
import type { MessageId } from '../../domain/model/ids';
import type { Register } from '../database';
import { noteInLedger } from '../ledger';
import { keepResponse, storeMessage } from '../messages/store';
import type { StoredResponse } from '../schema';
import type { Fault } from './rows/fault';
import type { ImportArea, ImportFormat } from './tables';

/** A file to import, without its rows. */
export type NewImport = {
  readonly caller: string;
  readonly area: ImportArea;
  readonly format: ImportFormat;
  readonly source: string;
  readonly validateOnly: boolean;
};

/** A received row: its content, or why it cannot be read at all. */
export type SentRow = { readonly line: number } & (
  | { readonly content: string; readonly faults?: undefined }
  | { readonly content?: undefined; readonly faults: readonly Fault[] }
);

/** Begins an import and returns its id; it is hidden until its file is confirmed. */
export async function beginImport(register: Register, file: NewImport): Promise<string> {
  const id = randomUUID();
  const { caller, format, source } = file;
  await register
    .insertInto('imports')
    .values({
      id,
      caller,
      area: JSON.stringify(file.area),
      format,
      source,
      validate_only: file.validateOnly,
      state: 'receiving',
    })
    .execute();
  return id;
}

/** Stores some of the rows, as they were received. */
export async function storeRows(
  register: Register,
  importId: string,
  rows: readonly SentRow[],
): Promise<void> {
  const values = rows.map(({ line, content, faults }) => ({
    import_id: importId,
    line,
    state: faults ? ('invalid' as const) : ('received' as const),
    content: content ?? null,
    ...(faults && { faults: JSON.stringify(faults), settled_at: new Date() }),
  }));
  await register.insertInto('import_rows').values(values).execute();
}

/** Deletes an import whose file was not received completely. */
export async function discardImport(register: Register, importId: string): Promise<void> {
  await register.deleteFrom('imports').where('id', '=', importId).where('state', '=', 'receiving').execute();
}

/** The request that sent the file of an import. */
export type ImportMessage = {
  readonly id: MessageId;
  readonly caller: string;
  readonly bodyHash: string;
  readonly rows: number;
  readonly response: StoredResponse;
};

/**
 * Confirms that the file is complete: the import becomes visible, and the worker begins to check it. Returns false
 * when a concurrent repeat of the request was first.
 */
export async function confirmImport(
  register: Register,
  importId: string,
  { id, caller, bodyHash, rows, response }: ImportMessage,
): Promise<boolean> {
  return register.transaction().execute(async (trx) => {
    const row = { id, caller, bodyHash, caseId: null, message: null, body: { importId, rows } };
    if (!(await storeMessage(trx, { ...row, kind: 'import', via: 'register' }))) return false;
    await trx
      .updateTable('imports')
      .set({ state: 'checking', rows, received_at: new Date() })
      .where('id', '=', importId)
      .execute();
    await keepResponse(trx, id, response);
    await noteInLedger(trx, { messageId: id, kind: 'import', actor: caller, content: { importId, rows } });
    return true;
  });
}
