import { z } from 'zod';
import { Source } from '../../../register/intake/member';
import { ImportRow } from '../../../register/imports/rows/import-row';
import { defineEndpoint } from '../../endpoint';
import { ImportReceived, receiveFile } from '../../imports/receive-file';
import type { Upload } from '../../imports/upload';

const ImportQuery = z.strictObject({
  source: Source,
  validateOnly: z
    .enum(['true', 'false'])
    .default('false')
    .describe('Check and compare only; no case is opened and nobody is asked for a decision'),
});

const Csv = z.string().meta({
  id: 'ImportCsv',
  description: 'The first line names the columns, which `docs/operations/imports.md` lists',
});

/** POST /imports: a file of people, received whole; the worker checks, compares and opens it. */
export const openImportEndpoint = defineEndpoint({
  method: 'post',
  path: '/api/v1/imports',
  tag: 'Imports',
  summary: 'Import people from a file',
  description:
    'CSV, or one JSON object a line. Rows with the same `household` are one household: all its members or none. The cases are opened little by little, so that other work does not wait.',
  access: { roles: ['coordinator'] },
  auditEvent: 'import',
  idempotencyKey: 'required',
  query: ImportQuery,
  body: z.custom<Upload>(),
  upload: { types: { 'text/csv': Csv, 'application/x-ndjson': ImportRow }, megabytes: 64 },
  status: 202,
  result: ImportReceived,
  example: {
    identity: 'coordinator',
    query: 'source=Migrationsverket',
    file: ['examples/import.csv', 'text/csv'],
  },
  async handle({ caller, message, query: { source, validateOnly }, body: file }, { register }) {
    const about = {
      caller: caller.subject,
      area: caller.area,
      format: file.type === 'text/csv' ? ('csv' as const) : ('jsonLines' as const),
      source,
      validateOnly: validateOnly === 'true',
    };
    return receiveFile(register, { message, about, file });
  },
});
