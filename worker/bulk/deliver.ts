import {
  type Client,
  isGrpcServiceError,
  WorkflowNotFoundError,
  WorkflowUpdateFailedError,
  WorkflowUpdateRPCTimeoutOrCancelledError,
} from '@temporalio/client';
import { ApplicationFailure } from '@temporalio/common';
import { setTimeout as pause } from 'node:timers/promises';
import { type Deliver, type Delivered, EngineAway } from '../../activities/bulk/act-on-item';
import type { CaseId } from '../../domain/model/ids';
import type { CaseMessage } from '../../domain/model/message';
import type { Register } from '../../register/database';
import { isInLedger } from '../../register/messages/store';
import { isCaseOpen } from '../../register/records';
import { sendUpdate } from '../../engine/case-client';
import { isPassing } from '../../workflows/messages';
import { refusalIn, startOrRevive } from '../case-at-hand';

/** How long a case may take over one message before the others go on without it, in milliseconds. */
const ANSWER_WITHIN = 8_000;
const TRY_AGAIN_AFTER = 100;
/** gRPC's codes: the engine did not answer in time; has too much to do; is not there. */
const DEADLINE_EXCEEDED = 4;
const RESOURCE_EXHAUSTED = 8;
const UNAVAILABLE = 14;

type Attempt = Delivered | { readonly kind: 'again' };

/** Brings messages to cases as Updates, waiting for each until the register shows it. */
export function deliverInBulk(register: Register, client: Client): Deliver {
  return async function deliver(caseId, message) {
    const deadline = Date.now() + ANSWER_WITHIN;
    while (Date.now() < deadline) {
      const attempt = await client
        .withDeadline(deadline, () => attemptOnce(register, client, caseId, message))
        .catch(readFault);
      if (attempt.kind !== 'again') return attempt;
      await pause(TRY_AGAIN_AFTER);
    }
    return { kind: 'unknown' };
  };
}

async function attemptOnce(
  register: Register,
  client: Client,
  caseId: CaseId,
  message: CaseMessage,
): Promise<Attempt> {
  try {
    const { projected } = await sendUpdate(client, caseId, message);
    return { kind: projected ? 'taken' : 'unknown' };
  } catch (fault) {
    if (!(fault instanceof WorkflowNotFoundError)) throw fault;
  }
  if (await isCaseOpen(register, caseId)) {
    await startOrRevive(register, client, caseId);
    return { kind: 'again' };
  }
  const wasTaken = await isInLedger(register, message.messageId);
  return wasTaken ? { kind: 'taken' } : { kind: 'refused', refusal: { code: 'closed' } };
}

/** What a failed Update says. An unknown result is asked for again in the next round, under the same id. */
function readFault(fault: unknown): Attempt {
  const refusal = refusalIn(fault);
  if (refusal) return isPassing(refusal) ? { kind: 'again' } : { kind: 'refused', refusal };
  if (fault instanceof WorkflowUpdateFailedError)
    return { kind: isCarriedOver(fault.cause) ? 'again' : 'unknown' };
  if (fault instanceof WorkflowUpdateRPCTimeoutOrCancelledError) return { kind: 'unknown' };
  return readEngineFault(fault);
}

/** The run ended with the Update in flight; what it did was carried over, and the next run knows the id. */
function isCarriedOver(cause: unknown): boolean {
  return cause instanceof ApplicationFailure && cause.type === 'AcceptedUpdateCompletedWorkflow';
}

function readEngineFault(fault: unknown): Attempt {
  const cause = fault instanceof Error && isGrpcServiceError(fault.cause) ? fault.cause : undefined;
  if (cause?.code === DEADLINE_EXCEEDED || cause?.code === RESOURCE_EXHAUSTED) return { kind: 'unknown' };
  if (cause?.code === UNAVAILABLE) throw new EngineAway(cause.message, { cause: fault });
  throw fault;
}
