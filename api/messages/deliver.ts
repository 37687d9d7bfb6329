import {
  type Client,
  isGrpcServiceError,
  WorkflowNotFoundError,
  WorkflowUpdateFailedError,
  WorkflowUpdateRPCTimeoutOrCancelledError,
} from '@temporalio/client';
import { ApplicationFailure } from '@temporalio/common';
import { setTimeout as pause } from 'node:timers/promises';
import type { CaseId } from '../../domain/model/ids';
import type { CaseMessage } from '../../domain/model/message';
import { faultCode } from '../../platform/logger';
import { isInLedger } from '../../register/messages/store';
import { isCaseOpen, stateFromRegister } from '../../register/records';
import { sendUpdate, startCase } from '../../engine/case-client';
import { isPassing, MESSAGE_REFUSED, type RefusalDetail } from '../../workflows/messages';
import type { Services } from '../services';

/**
 * What became of a message: the register shows it; or it was received and the relay goes on with it; or its case
 * refused it; or the engine has too much to do.
 */
export type Delivery =
  | { readonly kind: 'projected' }
  | { readonly kind: 'pending' }
  | { readonly kind: 'refused'; readonly detail: RefusalDetail }
  | { readonly kind: 'busy' };

/** How long a person waits for the case before the relay takes over, in milliseconds. */
const DEADLINE = 8_000;
const TRY_AGAIN_AFTER = 100;
const RESOURCE_EXHAUSTED = 8;

/** One try; `again` when the very same message is to be sent once more. */
type Attempt = Delivery | { readonly kind: 'again' };

/** Brings a stored message to its case as an Update under the message's own id. Never throws for the engine's sake. */
export async function deliver(services: Services, caseId: CaseId, message: CaseMessage): Promise<Delivery> {
  const deadline = Date.now() + DEADLINE;
  while (Date.now() < deadline) {
    const attempt = await attemptDelivery(services, caseId, message, deadline);
    if (attempt.kind !== 'again') return attempt;
    await pause(TRY_AGAIN_AFTER);
  }
  return { kind: 'pending' };
}

async function attemptDelivery(
  services: Services,
  caseId: CaseId,
  message: CaseMessage,
  deadline: number,
): Promise<Attempt> {
  try {
    const engine = await before(deadline, services.engine());
    const { projected } = await engine.withDeadline(deadline, () => sendUpdate(engine, caseId, message));
    return { kind: projected ? 'projected' : 'pending' };
  } catch (fault) {
    if (fault instanceof WorkflowNotFoundError) return revive(services, caseId, message, deadline);
    return readFault(services, fault);
  }
}

/** What a failed Update says. The engine away, or an unknown result: the relay goes on under the same id. */
function readFault({ logger }: Services, fault: unknown): Attempt {
  if (fault instanceof WorkflowUpdateFailedError) return readFailure(fault.cause);
  if (fault instanceof WorkflowUpdateRPCTimeoutOrCancelledError) return { kind: 'pending' };
  const cause = fault instanceof Error && isGrpcServiceError(fault.cause) ? fault.cause : undefined;
  if (cause?.code === RESOURCE_EXHAUSTED) return { kind: 'busy' };
  logger.warn({ fault: faultCode(fault) }, 'the relay takes a message over');
  return { kind: 'pending' };
}

function readFailure(cause: unknown): Attempt {
  if (!(cause instanceof ApplicationFailure)) return { kind: 'pending' };
  // The run ended with the Update in flight; what it did was carried over, and the next run knows the id.
  if (cause.type === 'AcceptedUpdateCompletedWorkflow') return { kind: 'again' };
  if (cause.type !== MESSAGE_REFUSED) return { kind: 'pending' };
  const detail = cause.details?.[0] as RefusalDetail;
  return isPassing(detail) ? { kind: 'again' } : { kind: 'refused', detail };
}

/** No workflow runs: the case is over, or the engine has lost it and goes on from the register's records. */
async function revive(
  services: Services,
  caseId: CaseId,
  message: CaseMessage,
  deadline: number,
): Promise<Attempt> {
  const { register } = services;
  if (!(await isCaseOpen(register, caseId))) {
    const wasTaken = await isInLedger(register, message.messageId);
    return wasTaken ? { kind: 'projected' } : { kind: 'refused', detail: { code: 'closed' } };
  }
  try {
    const engine = await before(deadline, services.engine());
    const state = await stateFromRegister(register, caseId);
    await engine.withDeadline(deadline, () => startCase(engine, caseId, state));
    return { kind: 'again' };
  } catch (fault) {
    return readFault(services, fault);
  }
}

/** The engine's client, if it connects in time. */
async function before(deadline: number, connecting: Promise<Client>): Promise<Client> {
  const timer = new AbortController();
  const late = pause(Math.max(deadline - Date.now(), 0), undefined, { signal: timer.signal }).then(() => {
    throw new Error('the engine did not connect in time');
  });
  try {
    return await Promise.race([connecting, late]);
  } finally {
    late.catch(() => undefined);
    timer.abort();
  }
}
