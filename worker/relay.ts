import { type Client, WorkflowExecutionAlreadyStartedError, WorkflowNotFoundError } from '@temporalio/client';
import { faultCode, type Logger } from '../platform/logger';
import { isCaseOpen } from '../register/records';
import type { Register } from '../register/database';
import {
  confirmMessage,
  type QueuedMessage,
  refuseLateMessage,
  refuseMessage,
  takeDueMessages,
} from '../register/messages/relay-queue';
import { hasTaken, sendSignal, sendUpdate } from '../engine/case-client';
import { isPassing } from '../workflows/messages';
import type { Bell } from './bell';
import { refusalIn, startOrRevive } from './case-at-hand';

const BATCH = 50;
const LOOK_EVERY = 5_000;
/** How long the engine may take over one message before the relay goes on with others, in milliseconds. */
const ANSWER_WITHIN = 8_000;

/**
 * Brings every message that is still `received` to its case, in order of arrival, until `stop` is called: facts as soon
 * as they are stored, everything else that nobody has seen through after 30 seconds. `stop` breaks off what is under way:
 * it is found again after its lease.
 */
export function startRelay(
  register: Register,
  client: Client,
  bell: Bell,
  logger: Logger,
): { stop: () => Promise<void> } {
  const stopping = new AbortController();
  const { signal } = stopping;

  async function carryInTime(message: QueuedMessage): Promise<void> {
    // A signal of its own for each message: the client never takes its listeners off again.
    await client.withAbortSignal(AbortSignal.any([signal]), () =>
      client.withDeadline(Date.now() + ANSWER_WITHIN, () => carry(register, client, message)),
    );
  }

  async function work(): Promise<void> {
    while (!signal.aborted) {
      const carried = await carryBatch(register, carryInTime, logger);
      if (carried < BATCH && !signal.aborted) await bell.rungWithin(LOOK_EVERY);
    }
  }

  const working = work();
  return {
    async stop() {
      stopping.abort();
      bell.ring();
      await working;
    },
  };
}

type Carry = (message: QueuedMessage) => Promise<void>;

/** One round; a fault with one message leaves it for its next turn and does not hold up the others. */
async function carryBatch(register: Register, carryOne: Carry, logger: Logger): Promise<number> {
  try {
    const messages = await takeDueMessages(register, BATCH);
    const cases = new Set(messages.map(({ caseId }) => caseId));
    const carrying = [...cases].map((caseId) => {
      const ofOneCase = messages.filter((message) => message.caseId === caseId);
      return carryInOrder(carryOne, logger, ofOneCase);
    });
    await Promise.all(carrying);
    return messages.length;
  } catch (fault) {
    logger.warn({ fault: faultCode(fault) }, 'the relay cannot read the register');
    return 0;
  }
}

/** The messages of one case, one after another; what follows one that must wait waits with it. */
async function carryInOrder(
  carryOne: Carry,
  logger: Logger,
  messages: readonly QueuedMessage[],
): Promise<void> {
  for (const message of messages) {
    try {
      await carryOne(message);
    } catch (fault) {
      logger.warn({ messageId: message.id, fault: faultCode(fault) }, 'a message waits for its next turn');
      return;
    }
  }
}

async function carry(register: Register, client: Client, queued: QueuedMessage): Promise<void> {
  const isOpen = await isCaseOpen(register, queued.caseId);
  if (!isOpen) return settleAfterEnd(register, client, queued);
  if (queued.via === 'start') return start(register, client, queued);
  if (!queued.message) throw new TypeError(`message ${queued.id} has nothing to send`);
  try {
    await bring(register, client, queued, queued.message);
  } catch (fault) {
    if (!(fault instanceof WorkflowNotFoundError)) throw fault;
    // The engine has lost the case: it goes on from the register's records, and the message follows.
    await startOrRevive(register, client, queued.caseId);
    await bring(register, client, { ...queued, wasSent: false }, queued.message);
  }
}

async function bring(
  register: Register,
  client: Client,
  queued: QueuedMessage,
  message: NonNullable<QueuedMessage['message']>,
): Promise<void> {
  if (queued.wasSent && (await hasTaken(client, queued.caseId, queued.id))) {
    return confirmMessage(register, queued.id);
  }
  if (queued.via === 'signal') return sendSignal(client, queued.caseId, message);
  try {
    const { projected } = await sendUpdate(client, queued.caseId, message);
    if (projected) await confirmMessage(register, queued.id);
  } catch (fault) {
    const refusal = refusalIn(fault);
    if (!refusal || isPassing(refusal)) throw fault;
    await refuseMessage(register, queued.caseId, queued.id, { refusal });
  }
}

async function start(register: Register, client: Client, queued: QueuedMessage): Promise<void> {
  try {
    await startOrRevive(register, client, queued.caseId);
  } catch (fault) {
    if (!(fault instanceof WorkflowExecutionAlreadyStartedError)) throw fault;
  }
  await confirmMessage(register, queued.id);
}

/** The case is over: it has taken the message before its end, or takes it no more. */
async function settleAfterEnd(register: Register, client: Client, queued: QueuedMessage): Promise<void> {
  const isOfNoMoreUse = queued.via === 'start' || queued.message?.kind === 'replan';
  if (isOfNoMoreUse || (await wasTaken(client, queued))) return confirmMessage(register, queued.id);
  if (queued.via === 'update')
    return refuseMessage(register, queued.caseId, queued.id, { refusal: { code: 'closed' } });
  return refuseLateMessage(register, queued);
}

async function wasTaken(client: Client, { caseId, id }: QueuedMessage): Promise<boolean> {
  try {
    return await hasTaken(client, caseId, id);
  } catch (fault) {
    if (fault instanceof WorkflowNotFoundError) return false;
    throw fault;
  }
}
