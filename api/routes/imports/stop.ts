import { setStopped } from '../../../register/imports/end';
import { defineEndpoint } from '../../endpoint';
import { ChangeHeaders } from '../../entity-tag';
import { ImportParams, ImportStopped } from '../../imports/access';
import { changeImport } from '../../imports/change';
import { Problem } from '../../problem';

type Change = {
  readonly name: 'stop' | 'resume';
  readonly summary: string;
  readonly description?: string;
  readonly kind: 'importStop' | 'importResume';
  readonly isStopped: boolean;
};

/** POST /imports/{importId}/stop and /resume: whether more of an import is checked and opened. */
function stopOrResume({ name, kind, isStopped, ...words }: Change) {
  return defineEndpoint({
    method: 'post',
    path: `/api/v1/imports/{importId}/${name}`,
    tag: 'Imports',
    ...words,
    access: { roles: ['coordinator'] },
    auditEvent: kind,
    idempotencyKey: 'required',
    params: ImportParams,
    headers: ChangeHeaders,
    status: 200,
    result: ImportStopped,
    problems: ['import-ended'],
    async handle({ caller, message, params: { importId }, headers }, services) {
      const request = { caller, message, importId, ifMatch: headers['if-match'], kind, asked: {} };
      return changeImport(request, services, async (trx) => {
        if (await setStopped(trx, importId, isStopped)) return { status: 200, body: { importId, isStopped } };
        throw new Problem('import-ended', 'The import has ended; nothing of it waits.');
      });
    },
  });
}

/** Stops an import until it is resumed. */
export const stopImportEndpoint = stopOrResume({
  name: 'stop',
  summary: 'Stop an import',
  description: 'What is opened stays; what waits is opened when the import is resumed.',
  kind: 'importStop',
  isStopped: true,
});

/** Resumes a stopped import. */
export const resumeImportEndpoint = stopOrResume({
  name: 'resume',
  summary: 'Resume a stopped import',
  kind: 'importResume',
  isStopped: false,
});
