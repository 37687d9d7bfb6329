import {
  isGrpcServiceError,
  WorkflowNotFoundError,
  WorkflowUpdateFailedError,
  WorkflowUpdateRPCTimeoutOrCancelledError,
} from '@temporalio/client';
import { ApplicationFailure } from '@temporalio/common';
import { isPassing, MESSAGE_REFUSED, type RefusalDetail } from '../workflows/messages';
import { TemporalUnreachable } from './connection';

/**
 * What a failed call to a case's workflow means for the message that it carried:
 * - `refused`: the case's validator refuses it, for good;
 * - `again`: the very same message is to be sent again, at once: the case has not planned yet, or its run ended with the
 *   Update in flight and the next run knows the id;
 * - `noWorkflow`: no workflow runs for the case;
 * - `unknown`: it may have arrived, or not;
 * - `busy`: the engine has too much to do;
 * - `away`: the engine cannot be reached.
 */
export type EngineFailure =
  | { readonly kind: 'refused'; readonly refusal: RefusalDetail }
  | { readonly kind: 'again' }
  | { readonly kind: 'noWorkflow' }
  | { readonly kind: 'unknown' }
  | { readonly kind: 'busy' }
  | { readonly kind: 'away' };

/** gRPC's status codes that a call may end with. */
const BY_GRPC_CODE: Readonly<Record<number, EngineFailure>> = {
  1: { kind: 'unknown' }, // CANCELLED: by an abort signal
  4: { kind: 'unknown' }, // DEADLINE_EXCEEDED
  8: { kind: 'busy' }, // RESOURCE_EXHAUSTED
  14: { kind: 'away' }, // UNAVAILABLE
};

/** Reads what a call threw; the only reader of the engine's failures. Undefined for anything that is not the engine's. */
export function engineFailure(fault: unknown): EngineFailure | undefined {
  if (fault instanceof TemporalUnreachable) return { kind: 'away' };
  if (fault instanceof WorkflowNotFoundError) return { kind: 'noWorkflow' };
  if (fault instanceof WorkflowUpdateRPCTimeoutOrCancelledError) return { kind: 'unknown' };
  if (fault instanceof WorkflowUpdateFailedError) return updateFailure(fault.cause);
  const cause = fault instanceof Error && isGrpcServiceError(fault.cause) ? fault.cause : undefined;
  return cause && BY_GRPC_CODE[cause.code];
}

function updateFailure(cause: unknown): EngineFailure {
  if (!(cause instanceof ApplicationFailure)) return { kind: 'unknown' };
  if (cause.type === 'AcceptedUpdateCompletedWorkflow') return { kind: 'again' };
  if (cause.type !== MESSAGE_REFUSED) return { kind: 'unknown' };
  const refusal = cause.details?.[0] as RefusalDetail;
  return isPassing(refusal) ? { kind: 'again' } : { kind: 'refused', refusal };
}
