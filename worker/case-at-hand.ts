import { ApplicationFailure, type Client, WorkflowUpdateFailedError } from '@temporalio/client';
import type { CaseId } from '../domain/model/ids';
import type { Register } from '../register/database';
import { stateFromRegister } from '../register/records';
import { startCase } from '../engine/case-client';
import { MESSAGE_REFUSED, type RefusalDetail } from '../workflows/messages';

/** Why a case refused a message, when that is what the fault says. */
export function refusalIn(fault: unknown): RefusalDetail | undefined {
  const cause = fault instanceof WorkflowUpdateFailedError ? fault.cause : undefined;
  if (!(cause instanceof ApplicationFailure) || cause.type !== MESSAGE_REFUSED) return undefined;
  return cause.details?.[0] as RefusalDetail | undefined;
}

/** A case that has been assessed goes on from the register's records, whoever starts it. */
export async function startOrRevive(register: Register, client: Client, caseId: CaseId): Promise<void> {
  await startCase(client, caseId, await stateFromRegister(register, caseId));
}
