import { readCase } from '../../../register/reading/case';
import { noteSeen } from '../../../register/work/own-marks';
import { CaseAnswer } from '../../answers/case';
import { caseNow, readTag } from '../../answers/case-now';
import { defineEndpoint } from '../../endpoint';
import { ReadHeaders, UNCHANGED, unlessKnown } from '../../entity-tag';
import { CaseParams } from '../../parameters';
import { notFound } from '../../problem';

/** GET /cases/{caseId}: the whole plan of one case. */
export const readCaseEndpoint = defineEndpoint({
  method: 'get',
  path: '/api/v1/cases/{caseId}',
  tag: 'Cases',
  summary: 'Read a case: every step, what it waits for, since and until when, by which law',
  access: { roles: ['caseworker', 'system', 'coordinator', 'manager'], within: 'case' },
  auditEvent: 'read',
  params: CaseParams,
  headers: ReadHeaders,
  status: 200,
  result: CaseAnswer,
  otherResults: UNCHANGED,
  async handle({ caller, params: { caseId }, headers }, { register }) {
    const view = await readCase(register, caseId);
    if (!view) throw notFound('case');
    if (caller.role !== 'system') await noteSeen(register, caller.subject, caseId);
    const body = await caseNow(register, view);
    return unlessKnown(headers, { ETag: readTag(view, body) }, () => ({ body, read: [caseId] }));
  },
});
