import { Readable } from 'node:stream';
import { noteInLedger } from '../../../register/ledger';
import { resultRows, resultVersion } from '../../../register/imports/result';
import { defineEndpoint } from '../../endpoint';
import { ReadHeaders, UNCHANGED, unlessKnown } from '../../entity-tag';
import { ImportParams, kommunerOf, requireImport } from '../../imports/access';
import { resultFile } from '../../imports/result-file';

/** GET /imports/{importId}/result: one line for each row, with its outcome. */
export const importResultEndpoint = defineEndpoint({
  method: 'get',
  path: '/api/v1/imports/{importId}/result',
  tag: 'Imports',
  summary: 'Read what became of each row of an import',
  description:
    'CSV with line, household, outcome, caseId and errors. Also while the import goes on; gone some days after its end.',
  access: { roles: ['coordinator'] },
  auditEvent: 'list',
  params: ImportParams,
  headers: ReadHeaders,
  status: 200,
  result: { contentType: 'text/csv; charset=utf-8', description: 'A line for each row of the file' },
  otherResults: UNCHANGED,
  async handle({ caller, path, params: { importId }, headers }, { register }) {
    await requireImport(register, caller, importId);
    const kommuner = kommunerOf(caller);
    const ETag = `"${await resultVersion(register, importId, kommuner)}"`;
    return unlessKnown(headers, { ETag }, async () => {
      // The ledger names the import and not its cases, which may be 45 000.
      await noteInLedger(register, {
        messageId: null,
        eventKey: `list/${caller.subject}/${new Date().toISOString().slice(0, 13)}/${importId}`,
        kind: 'listed',
        actor: caller.subject,
        content: { route: path, importId },
      });
      return {
        headers: { 'Content-Disposition': `attachment; filename="import-${importId}.csv"` },
        body: Readable.from(resultFile(resultRows(register, importId, kommuner))),
      };
    });
  },
});
