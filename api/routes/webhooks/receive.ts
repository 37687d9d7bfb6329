import { z } from 'zod';
import { MessageId } from '../../../domain/model/ids';
import { bodyHash, requestMessageId } from '../../../register/message-id';
import { storeReport } from '../../../register/messages/store-report';
import { caseScope } from '../../../register/reading/scope';
import { defineEndpoint } from '../../endpoint';
import { keyReused, notFound, Problem } from '../../problem';
import { referredCase, reportItem } from './notice';
import { verifiedNotice, WebhookHeaders } from './signature';
import { agencyOf, TRANSLATORS } from './translators';

const AgencyNotice = z.instanceof(Buffer).meta({
  id: 'AgencyNotice',
  description: "The agency's own format",
  override: { type: 'object', additionalProperties: true },
});
const WebhookParams = z.strictObject({ agency: z.string().meta({ example: 'skatteverket' }) });

/** POST /webhooks/{agency}: an agency's system tells what it has done with a filing. */
export const receiveWebhookEndpoint = defineEndpoint({
  method: 'post',
  path: '/api/v1/webhooks/{agency}',
  tag: 'Webhooks',
  summary: "Take an agency's notice about a filing",
  description:
    "Signed by Standard Webhooks, in the agency's own words. 202 when stored, also for a case that is closed; the case takes it by itself.",
  access: 'signature',
  auditEvent: 'report',
  params: WebhookParams,
  headers: WebhookHeaders,
  body: AgencyNotice,
  rawBody: true,
  status: 202,
  result: z.object({ messageId: MessageId }).meta({ id: 'NoticeStored' }),
  problems: ['idempotency-key-reused'],
  async handle({ path, params, headers, body: bytes }, { register, webhookSecrets }) {
    const agency = agencyOf(params.agency);
    const notice = verifiedNotice(bytes, headers, webhookSecrets[agency]);
    const translated = TRANSLATORS[agency](notice);
    const caseId = translated && referredCase(translated.reference);
    if (!caseId) throw new Problem('invalid-request', 'The notice names no filing of ours.');
    if (!(await caseScope(register, caseId))) throw notFound('case');
    const item = reportItem(agency, translated, notice);
    const caller = `webhook:${agency}`;
    const id = requestMessageId(caller, 'post', path, headers['webhook-id']);
    const stored = await storeReport(register, { id, caseId, caller, bodyHash: bodyHash(bytes), item });
    if (stored === 'otherBody') throw keyReused();
    return { body: { messageId: id } };
  },
});
