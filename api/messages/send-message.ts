import { z } from 'zod';
import { CaseId, MessageId } from '../../domain/model/ids';
import type { CaseMessage, MessageItem, MessageKind } from '../../domain/model/message';
import {
  confirmWithResponse,
  findMessage,
  keepResponse,
  type StoredMessage,
  storeMessage,
} from '../../register/messages/store';
import { type CaseView, readCase } from '../../register/reading/case';
import { refuseMessage } from '../../register/messages/relay-queue';
import type { StoredResponse } from '../../register/schema';
import { CaseAnswer } from '../answers/case';
import { caseNow, readTag } from '../answers/case-now';
import type { Caller } from '../auth/caller';
import { type Answer, type MessageIdentity, otherAnswer, storedAnswer } from '../endpoint';
import { createDeliver, type Delivery } from '../../engine/deliver';
import { faultCode } from '../../platform/logger';
import { isDatabaseAway } from '../../register/health/faults';
import { refusalProblem } from './refusal';
import { expectedRevision } from './revision';
import { keyReused, notFound, Problem } from '../problem';
import type { Services } from '../services';

/** A person's message to a case, parsed. `body` is what the register keeps, `items` what the engine gets. */
export type PersonsMessage = {
  readonly caller: Caller;
  readonly path: string;
  readonly message: MessageIdentity;
  readonly caseId: CaseId;
  readonly ifMatch: string | undefined;
  readonly kind: Exclude<MessageKind, 'report' | 'replan'>;
  readonly items: readonly MessageItem[];
  readonly body: unknown;
};

/** Answer while the result is not known yet: the message is stored and is brought to the case. */
export const AcceptedAnswer = z
  .object({ messageId: MessageId, caseId: CaseId, state: z.literal('received') })
  .meta({
    id: 'Accepted',
    description: 'Repeat the request with the same Idempotency-Key to learn the outcome',
  });

/** The other results that every message route declares. */
export const MESSAGE_RESULTS = {
  202: { description: 'Stored; the case takes it as soon as it can', schema: AcceptedAnswer },
} as const;

/** The problems that every message route declares, besides those that its kind of message is refused with. */
export const MESSAGE_PROBLEMS = ['case-closed', 'not-open', 'too-many-requests'] as const;

/**
 * Carries a person's message through: row, Update, answer as the register then reads. The row is committed before
 * anything is sent, so that a message is never lost; repeats get the very same answer. Throws 410 and 412 where the
 * register alone can tell, 429 when the engine has too much to do.
 */
export async function sendMessage(
  request: PersonsMessage,
  services: Services,
): Promise<Answer<z.input<typeof CaseAnswer>>> {
  const stored = request.message.earlier ?? (await storeNew(request, services));
  if (stored.response) return storedAnswer(stored.response);
  if (stored.state !== 'received') return settledWithoutAnswer(request, services, stored);
  if (!stored.message) throw new TypeError(`message ${stored.id} has nothing to send`);
  return send(request, services, stored.message);
}

/** Writes the row; when the same request came at the same moment, that one's row stands for both. */
async function storeNew(request: PersonsMessage, { register }: Services): Promise<StoredMessage> {
  const { caller, caseId, kind, message: identity, items, body } = request;
  const view = await presentView(request, { register });
  if (view.state === 'closed') throw refusalProblem({ detail: { code: 'closed' }, view, message: null });
  const revision = expectedRevision(request.ifMatch, view);
  const message: CaseMessage = {
    kind,
    messageId: identity.id,
    items: [...items],
    ...(revision !== undefined && { expectedRevision: revision }),
  };
  const row = { id: identity.id, caseId, bodyHash: identity.bodyHash, message };
  const isNew = await storeMessage(register, { ...row, kind, via: 'update', caller: caller.subject, body });
  if (isNew) return { ...row, state: 'received', response: null, refusal: null };
  const other = await findMessage(register, identity.id);
  if (!other) throw new TypeError(`message ${identity.id} is gone`);
  if (other.bodyHash !== identity.bodyHash) throw keyReused();
  return other;
}

/** One delivery. What failed by an internal error is stored all the same: the relay continues with it. */
async function deliver(services: Services, caseId: CaseId, message: CaseMessage): Promise<Delivery> {
  const { register, engine: client, deliverWithin: within, logger } = services;
  try {
    return await createDeliver({ register, client, within })(caseId, message);
  } catch (fault) {
    if (isDatabaseAway(fault)) throw fault;
    logger.warn({ fault: faultCode(fault) }, 'the relay takes a message over');
    return { kind: 'unknown' };
  }
}

async function send(
  request: PersonsMessage,
  services: Services,
  message: CaseMessage,
): Promise<Answer<z.input<typeof CaseAnswer>>> {
  const { caseId } = request;
  const delivery = await deliver(services, caseId, message);
  switch (delivery.kind) {
    case 'taken': {
      const response = await projectedResponse(await presentView(request, services), services);
      await confirmWithResponse(services.register, message.messageId, response);
      return storedAnswer(response);
    }
    case 'away':
    case 'unknown':
      return otherAnswer(
        202,
        { messageId: message.messageId, caseId, state: 'received' },
        { Location: `/api/v1/cases/${caseId}` },
      );
    case 'refused': {
      const view = await presentView(request, services);
      const problem = refusalProblem({ detail: delivery.refusal, view, message });
      const response = problemResponse(problem, request.path);
      await refuseMessage(services.register, caseId, message.messageId, { response });
      return storedAnswer(response);
    }
    case 'busy':
      throw new Problem(
        'too-many-requests',
        'The engine has too much to do; repeat with the same key.',
        {},
        RETRY,
      );
  }
}

const RETRY = { 'Retry-After': '5' };

/** The relay has settled it meanwhile; the first repeat gives it its answer. */
async function settledWithoutAnswer(
  request: PersonsMessage,
  services: Services,
  stored: StoredMessage,
): Promise<Answer<never>> {
  const view = await presentView(request, services);
  const response =
    stored.state === 'confirmed'
      ? await projectedResponse(view, services)
      : problemResponse(refusedLater(stored, view), request.path);
  await keepResponse(services.register, stored.id, response);
  return storedAnswer(response);
}

/** The refusal that the relay met; without one the case was over before the message came there. */
function refusedLater({ refusal, message }: StoredMessage, view: CaseView): Problem {
  if (refusal) return refusalProblem({ detail: refusal, view, message });
  if (view.state === 'closed') return refusalProblem({ detail: { code: 'closed' }, view, message });
  return new Problem('not-open', 'The case refused the message when it came there; read the case again.');
}

async function presentView(
  { caseId }: PersonsMessage,
  { register }: Pick<Services, 'register'>,
): Promise<CaseView> {
  const view = await readCase(register, caseId);
  if (!view) throw notFound('case');
  return view;
}

async function projectedResponse(
  view: CaseView,
  { register }: Pick<Services, 'register'>,
): Promise<StoredResponse> {
  const body = await caseNow(register, view);
  return { status: 200, headers: { ETag: readTag(view, body) }, body: CaseAnswer.parse(body) };
}

/** A problem as it is kept for repeats. */
export function problemResponse(problem: Problem, path: string): StoredResponse {
  return { status: problem.status, headers: problem.headers, body: problem.body(path) };
}
