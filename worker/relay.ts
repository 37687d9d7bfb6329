import type { Client } from '@temporalio/client';
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
import { hasTaken, startFromRegister } from '../engine/case-client';
import { createDeliver, type Deliver, type Delivery } from '../engine/deliver';
import { engineFailure } from '../engine/failures';
import type { Bell } from './bell';

const BATCH = 50;
const LOOK_EVERY = 5_000;
/** How long the engine may take over one message before the relay goes on with others, in milliseconds. */
const ANSWER_WITHIN = 8_000;

/**
 * Delivers every message that is still `received` to its case, in order of arrival, until `stop` is called: facts as soon
 * as they are stored, everything else that has no result after 30 seconds. `stop` aborts what is in progress: it is found
 * again after its lease.
 */
export function startRelay(
  register: Register,
  client: Client,
  bell: Bell,
  logger: Logger,
): { stop: () => Promise<void> } {
  const stopping = new AbortController();
  const { signal } = stopping;

  const parts = { register, client, deliver: createDeliver({ register, client: async () => client }) };

  async function carryInTime(message: QueuedMessage): Promise<boolean> {
    // A signal of its own for each message: the client never removes its listeners.
    return client.withAbortSignal(AbortSignal.any([signal]), () =>
      client.withDeadline(Date.now() + ANSWER_WITHIN, () => carry(parts, message)),
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

type RelayParts = { readonly register: Register; readonly client: Client; readonly deliver: Deliver };

/** Returns false when the messages that follow in the same case must wait for this one. */
type Carry = (message: QueuedMessage) => Promise<boolean>;

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
      if (await carryOne(message)) continue;
      logger.warn({ messageId: message.id }, 'a message waits for its next turn');
      return;
    } catch (fault) {
      logger.warn({ messageId: message.id, fault: faultCode(fault) }, 'a message waits for its next turn');
      return;
    }
  }
}

/** Returns false when the messages that follow in the same case must wait for this one. */
async function carry({ register, client, deliver }: RelayParts, queued: QueuedMessage): Promise<boolean> {
  const isOpen = await isCaseOpen(register, queued.caseId);
  if (!isOpen) return settleAfterEnd(register, client, queued);
  if (queued.via === 'start') {
    await startFromRegister(register, client, queued.caseId);
    await confirmMessage(register, queued.id);
    return true;
  }
  if (!queued.message) throw new TypeError(`message ${queued.id} has nothing to send`);
  if (queued.wasSent && (await wasTaken(client, queued))) {
    await confirmMessage(register, queued.id);
    return true;
  }
  return settle(register, queued, await deliver(queued.caseId, queued.message, queued.via));
}

/** A Signal is confirmed at its next turn, when the case says that it has taken it. */
async function settle(
  register: Register,
  { id, caseId, via }: QueuedMessage,
  delivery: Delivery,
): Promise<boolean> {
  switch (delivery.kind) {
    case 'taken':
      if (via === 'update') await confirmMessage(register, id);
      return true;
    case 'refused':
      // Only a case that has just ended refuses a Signal; the next turn sees that.
      if (via === 'update') await refuseMessage(register, caseId, id, { refusal: delivery.refusal });
      return via === 'update';
    case 'unknown':
    case 'busy':
    case 'away':
      return false;
  }
}

/** The case has ended: it took the message before its end, or takes it no more. */
async function settleAfterEnd(register: Register, client: Client, queued: QueuedMessage): Promise<boolean> {
  const isOfNoMoreUse = queued.via === 'start' || queued.message?.kind === 'replan';
  if (isOfNoMoreUse || (await wasTaken(client, queued))) await confirmMessage(register, queued.id);
  else if (queued.via === 'update')
    await refuseMessage(register, queued.caseId, queued.id, { refusal: { code: 'closed' } });
  else await refuseLateMessage(register, queued);
  return true;
}

/** Also false where no workflow runs that could answer. */
async function wasTaken(client: Client, { caseId, id }: QueuedMessage): Promise<boolean> {
  try {
    return await hasTaken(client, caseId, id);
  } catch (fault) {
    if (engineFailure(fault)?.kind === 'noWorkflow') return false;
    throw fault;
  }
}
