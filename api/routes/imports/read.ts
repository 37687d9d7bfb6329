import { ImportAnswer, importAnswer, importTag } from '../../imports/answers';
import { defineEndpoint, otherAnswer } from '../../endpoint';
import { ImportParams, requireImport } from '../../imports/access';
import { isUnchanged, ReadHeaders } from '../../parameters';

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
  otherResults: { 304: { description: 'The reader has this version already' } },
  async handle({ caller, params: { importId }, headers }, { register, config }) {
    const view = await requireImport(register, caller, importId);
    const ETag = importTag(view);
    if (isUnchanged(headers['if-none-match'], ETag)) return otherAnswer(304, undefined, { ETag });
    return { body: importAnswer(view, config.imports.casesPerSecond, Date.now()), headers: { ETag } };
  },
});
