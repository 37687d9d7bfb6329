import { setStopped } from '../../../register/imports/end';
import { defineEndpoint } from '../../endpoint';
import { ImportHeaders, ImportParams, ImportStopped } from '../../imports/access';
import { changeImport } from '../../imports/change';
import { Problem } from '../../problem';

/** POST /imports/{importId}/resume: a stopped import goes on where it stood. */
export const resumeImportEndpoint = defineEndpoint({
  method: 'post',
  path: '/api/v1/imports/{importId}/resume',
  tag: 'Imports',
  summary: 'Let a stopped import go on',
  access: { roles: ['coordinator'] },
  auditEvent: 'importResume',
  idempotencyKey: 'required',
  params: ImportParams,
  headers: ImportHeaders,
  status: 200,
  result: ImportStopped,
  async handle({ caller, message, params: { importId }, headers }, services) {
    const ifMatch = headers['if-match'];
    const request = { caller, message, importId, ifMatch, kind: 'importResume' as const, asked: {} };
    return changeImport(request, services, async (trx) => {
      if (await setStopped(trx, importId, false))
        return { status: 200, body: { importId, isStopped: false } };
      throw new Problem('import-ended', 'The import has ended; nothing of it waits.');
    });
  },
});
