import type { CaseId } from '../../../domain/model/ids';
import type { TimingKind } from '../../../domain/model/message';
import type { PlainDate } from '../../../domain/model/plain-date';
import type { RestBody } from '../../../register/message-body';
import type { EndpointRequest } from '../../endpoint';
import { stepInPath } from '../../parameters';
import { sendMessage } from '../../messages/send-message';
import type { Services } from '../../services';

type RestRequest = EndpointRequest<
  { readonly caseId: CaseId; readonly stepId: string },
  unknown,
  { readonly 'if-match'?: string },
  { readonly reason: string; readonly rule?: string; readonly until?: PlainDate },
  'required'
>;

/** Carries a message that lets a step rest, go on, or have more time. The reason stays in the register. */
export async function restStep(kind: TimingKind, request: RestRequest, services: Services) {
  const { caller, path, message, headers } = request;
  const { caseId, stepId } = request.params;
  const { reason, rule, until } = request.body;
  const items = [{ stepId: stepInPath(stepId), ...(rule && { rule }), ...(until && { until }) }];
  const body: RestBody = { items, reason };
  const told = { caller, path, message, caseId, ifMatch: headers['if-match'], kind, items, body };
  return sendMessage(told, services);
}
