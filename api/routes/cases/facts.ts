import { ToldFact } from '../../../register/message-body';
import { CaseAnswer } from '../../answers/case';
import { defineEndpoint } from '../../endpoint';
import { HOUSEHOLD_FACTS } from '../../../register/intake/member';
import { ChangeHeaders } from '../../entity-tag';
import { CaseParams } from '../../parameters';
import { MESSAGE_PROBLEMS, MESSAGE_RESULTS, sendMessage } from '../../messages/send-message';

const ChangedFact = ToldFact.refine(
  ({ fact, appliesTo }) => appliesTo === 'person' || HOUSEHOLD_FACTS.includes(fact.kind),
  { path: ['appliesTo'], error: `a household's facts are ${HOUSEHOLD_FACTS.join(', ')}` },
)
  .refine(({ fact }) => fact.kind !== 'withdrawal', {
    path: ['fact', 'kind'],
    error: 'a case is withdrawn by POST /api/v1/cases/{caseId}/withdrawal',
  })
  .meta({ id: 'ChangedFact' });

/** POST …/facts: something about the person or the household has changed. */
export const tellFactEndpoint = defineEndpoint({
  method: 'post',
  path: '/api/v1/cases/{caseId}/facts',
  tag: 'Cases',
  summary: 'Tell a changed fact, with its day and source',
  description: "A household's fact re-plans the cases of all its members; a person's own overrides it.",
  access: { roles: ['caseworker', 'system', 'coordinator'], within: 'case' },
  auditEvent: 'facts',
  params: CaseParams,
  headers: ChangeHeaders,
  idempotencyKey: 'optional',
  body: ChangedFact,
  status: 200,
  result: CaseAnswer,
  otherResults: MESSAGE_RESULTS,
  problems: [...MESSAGE_PROBLEMS, 'after-case-time'],
  example: {
    identity: 'coordinator',
    body: {
      fact: { kind: 'stay', kommun: '0484', dwelling: 'fixed' },
      appliesTo: 'household',
      validFrom: '2026-11-20',
      source: 'Hyresavtal',
    },
  },
  async handle({ caller, path, message, params: { caseId }, headers, body }, services) {
    const items = [{ on: body.validFrom }];
    const request = { caller, path, message, caseId, ifMatch: headers['if-match'], kind: 'facts' as const };
    return sendMessage({ ...request, items, body: { facts: [body], items: [] } }, services);
  },
});
