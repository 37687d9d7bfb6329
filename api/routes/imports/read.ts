import { ImportAnswer, importAnswer, importTag } from '../../imports/answers';
import { defineEndpoint } from '../../endpoint';
import { ReadHeaders, UNCHANGED, unlessKnown } from '../../entity-tag';
import { ImportParams, requireImport } from '../../imports/access';

/** GET /imports/{importId}: how far an import has come. */
export const readImportEndpoint = defineEndpoint({
  method: 'get',
  path: '/api/v1/imports/{importId}',
  tag: 'Imports',
  summary: 'Read how far an import has come',
  access: { roles: ['coordinator'] },
  auditEvent: 'none',
  params: ImportParams,
  headers: ReadHeaders,
  status: 200,
  result: ImportAnswer,
  otherResults: UNCHANGED,
  async handle({ caller, params: { importId }, headers }, { register, config }) {
    const view = await requireImport(register, caller, importId);
    return unlessKnown(headers, { ETag: importTag(view) }, () => ({
      body: importAnswer(view, config.imports.casesPerSecond, Date.now()),
    }));
  },
});
