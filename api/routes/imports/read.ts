import { ImportAnswer, importAnswer } from '../../answers/import';
import { defineEndpoint } from '../../endpoint';
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
  status: 200,
  result: ImportAnswer,
  async handle({ caller, params: { importId } }, { register, config }) {
    const view = await requireImport(register, caller, importId);
    return { body: importAnswer(view, config.imports.casesPerSecond, Date.now()) };
  },
});
