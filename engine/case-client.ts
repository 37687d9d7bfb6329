import { type Client, WorkflowExecutionAlreadyStartedError, WorkflowNotFoundError } from '@temporalio/client';
import type { CaseState } from '../domain/model/case-state';
import type { CaseId, MessageId } from '../domain/model/ids';
import type { CaseMessage } from '../domain/model/message';
import type { Register } from '../register/database';
import { stateFromRegister } from '../register/records';
import type { etablering } from '../workflows/etablering';
import {
  CASE_TASK_QUEUE,
  caseWorkflowId,
  ETABLERING,
  messageReported,
  type Recorded,
  recordMessage,
  taken,
} from '../workflows/messages';

/**
 * Starts the workflow of an open case, or leaves the one that runs. With `state` (from the register's records) it goes
 * on where the case stands. A case that ended well is not started again: throws `WorkflowExecutionAlreadyStartedError`.
 */
export async function startCase(client: Client, caseId: CaseId, state?: CaseState): Promise<void> {
  await client.workflow.start<typeof etablering>(ETABLERING, {
    workflowId: caseWorkflowId(caseId),
    taskQueue: CASE_TASK_QUEUE,
    args: [{ caseId, ...(state ? { state } : {}) }],
    workflowIdReusePolicy: 'ALLOW_DUPLICATE_FAILED_ONLY',
    workflowIdConflictPolicy: 'USE_EXISTING',
  });
}

/**
 * Starts the workflow of an open case where the register's records stand, or leaves the one that runs. Returns false when
 * the engine says that the case has ended.
 */
export async function startFromRegister(
  register: Register,
  client: Client,
  caseId: CaseId,
): Promise<boolean> {
  const state = await stateFromRegister(register, caseId);
  try {
    await startCase(client, caseId, state);
    return true;
  } catch (fault) {
    if (fault instanceof WorkflowExecutionAlreadyStartedError) return false;
    throw fault;
  }
}

/**
 * Sends a person's message under its own id and waits until the case has recorded it. Safe to repeat. Throws
 * `WorkflowUpdateFailedError` when the case refuses it and `WorkflowNotFoundError` when no workflow runs.
 */
export async function sendUpdate(client: Client, caseId: CaseId, message: CaseMessage): Promise<Recorded> {
  return client.workflow.getHandle(caseWorkflowId(caseId)).executeUpdate(recordMessage, {
    args: [message],
    updateId: message.messageId,
  });
}

/** Sends a fact to a case. Safe to repeat. Throws `WorkflowNotFoundError` when no workflow runs. */
export async function sendSignal(client: Client, caseId: CaseId, message: CaseMessage): Promise<void> {
  await client.workflow.getHandle(caseWorkflowId(caseId)).signal(messageReported, message);
}

/**
 * Whether a recorded assessment of the case holds the message. Throws `WorkflowNotFoundError` when no workflow runs.
 * A yes is asked for twice: the first may come from a worker whose finished task is only on its way to the engine
 * (seen); the engine lets a later question wait for that task.
 */
export async function hasTaken(client: Client, caseId: CaseId, messageId: MessageId): Promise<boolean> {
  const handle = client.workflow.getHandle(caseWorkflowId(caseId));
  const ask = async () => (await handle.query(taken, [messageId])).includes(messageId);
  return (await ask()) && (await ask());
}

/**
 * Whether the engine runs a workflow for the case, by its own word: its lists come a little later, and lack a case for a
 * moment when it continues as new.
 */
export async function isCaseRunning(client: Client, caseId: CaseId): Promise<boolean> {
  try {
    const { status } = await client.workflow.getHandle(caseWorkflowId(caseId)).describe();
    return status.name === 'RUNNING';
  } catch (fault) {
    if (fault instanceof WorkflowNotFoundError) return false;
    throw fault;
  }
}
