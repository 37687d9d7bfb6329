import { z } from 'zod';
import type { CaseId } from '../../../domain/model/ids';
import { text } from '../../../domain/model/text';
import type { EndpointRequest } from '../../endpoint';
import { stepInPath } from '../../parameters';
import { sendMessage } from '../../messages/send-message';
import type { Services } from '../../services';

/** Why a step is started over. */
export const Reason = z
  .strictObject({ reason: text(2000).describe('Why; kept in the ledger') })
  .meta({ id: 'Reason' });

type RestartRequest = EndpointRequest<
  { readonly caseId: CaseId; readonly stepId: string },
  unknown,
  { readonly 'if-match'?: string },
  { readonly reason: string },
  'required'
>;

/** Carries a message that starts a step over with a new filing. */
export async function restartStep(
  kind: 'reopening' | 'resubmission',
  { caller, path, message, params: { caseId, stepId }, headers, body }: RestartRequest,
  services: Services,
) {
  const items = [{ stepId: stepInPath(stepId) }];
  const request = { caller, path, message, caseId, ifMatch: headers['if-match'], kind };
  return sendMessage({ ...request, items, body: { items, reason: body.reason } }, services);
}
