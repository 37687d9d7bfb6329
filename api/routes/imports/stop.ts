import { setStopped } from '../../../register/imports/end';
import { defineEndpoint } from '../../endpoint';
import { ImportHeaders, ImportParams, ImportStopped } from '../../imports/access';
import { changeImport } from '../../imports/change';
import { Problem } from '../../problem';

/** POST /imports/{importId}/stop: no more of it is checked or opened until it is resumed. */
export const stopImportEndpoint = defineEndpoint({
  method: 'post',
  path: '/api/v1/imports/{importId}/stop',
  tag: 'Imports',
  summary: 'Stop an import',
  description: 'What is opened stays; what waits is opened when the import is resumed.',
  access: { roles: ['coordinator'] },
  auditEvent: 'importStop',
  idempotencyKey: 'required',
  params: ImportParams,
  headers: ImportHeaders,
  status: 200,
  result: ImportStopped,
  async handle({ caller, message, params: { importId }, headers }, services) {
    const ifMatch = headers['if-match'];
    const request = { caller, message, importId, ifMatch, kind: 'importStop' as const, asked: {} };
    return changeImport(request, services, async (trx) => {
      if (await setStopped(trx, importId, true)) return { status: 200, body: { importId, isStopped: true } };
      throw new Problem('import-ended', 'The import has ended; nothing of it waits.');
    });
  },
});
