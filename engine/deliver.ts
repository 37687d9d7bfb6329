import type { Client } from '@temporalio/client';
import { setTimeout as pause } from 'node:timers/promises';
import type { CaseId } from '../domain/model/ids';
import type { CaseMessage } from '../domain/model/message';
import type { Register } from '../register/database';
import { isInLedger } from '../register/messages/store';
import { isCaseOpen } from '../register/records';
import type { RefusalDetail } from '../workflows/messages';
import { sendSignal, sendUpdate, startFromRegister } from './case-client';
import { engineFailure } from './failures';

/**
 * What became of a message:
 * - `taken`: an Update's change is in the register; a Signal is in the case's history;
 * - `refused`: its case refuses it, for good;
 * - `unknown`: nobody knows yet; the relay asks the case and sends it again under the same id;
 * - `busy`: the engine has too much to do;
 * - `away`: the engine cannot be reached.
 */
export type Delivery =
  | { readonly kind: 'taken' | 'unknown' | 'busy' | 'away' }
  | { readonly kind: 'refused'; readonly refusal: RefusalDetail };

/** Delivers a stored message to its case under the message's own id. Safe to repeat. */
export type Deliver = (caseId: CaseId, message: CaseMessage, via?: 'update' | 'signal') => Promise<Delivery>;

/** What delivering takes. */
export type DeliverParts = {
  readonly register: Register;
  /** The engine's client; may reject with `TemporalUnreachable`. */
  readonly client: () => Promise<Client>;
  /** How long one message may take before the answer is `unknown`, in milliseconds; 8 s when not set. */
  readonly within?: number;
};

const WITHIN = 8_000;
const TRY_AGAIN_AFTER = 100;

type Attempt = Delivery | { readonly kind: 'again' };

/**
 * Makes the one function that delivers messages to cases: a person's as an Update, an agency's as a Signal. A case that
 * the engine has lost is started from the register's records and gets the message then. Throws what is not the engine's:
 * the register away, a defect.
 */
export function createDeliver({ register, client, within = WITHIN }: DeliverParts): Deliver {
  return async function deliver(caseId, message, via = 'update') {
    const deadline = Date.now() + within;
    while (Date.now() < deadline) {
      const attempt = await attemptOnce(caseId, message, via, deadline);
      if (attempt.kind !== 'again') return attempt;
      await pause(TRY_AGAIN_AFTER);
    }
    return { kind: 'unknown' };
  };

  async function attemptOnce(
    caseId: CaseId,
    message: CaseMessage,
    via: 'update' | 'signal',
    deadline: number,
  ): Promise<Attempt> {
    try {
      const engine = await connected(client, deadline);
      if (!engine) return { kind: 'unknown' };
      return await engine.withDeadline(deadline, () => send({ register, engine, caseId, message, via }));
    } catch (fault) {
      const failure = engineFailure(fault);
      if (!failure) throw fault;
      if (failure.kind === 'noWorkflow') return { kind: 'again' };
      return failure;
    }
  }
}

/** Case and message, and how the message is sent. */
type Sending = {
  readonly register: Register;
  readonly engine: Client;
  readonly caseId: CaseId;
  readonly message: CaseMessage;
  readonly via: 'update' | 'signal';
};

async function send(sending: Sending): Promise<Attempt> {
  const { engine, caseId, message, via } = sending;
  try {
    if (via === 'update') {
      const { projected } = await sendUpdate(engine, caseId, message);
      return { kind: projected ? 'taken' : 'unknown' };
    }
    await sendSignal(engine, caseId, message);
    return { kind: 'taken' };
  } catch (fault) {
    if (engineFailure(fault)?.kind !== 'noWorkflow') throw fault;
  }
  return revive(sending);
}

/** No workflow runs: the case has ended, or the engine has lost it and it continues from the register's records. */
async function revive({ register, engine, caseId, message }: Sending): Promise<Attempt> {
  if (await isCaseOpen(register, caseId)) {
    return { kind: (await startFromRegister(register, engine, caseId)) ? 'again' : 'unknown' };
  }
  const wasTaken = await isInLedger(register, message.messageId);
  return wasTaken ? { kind: 'taken' } : { kind: 'refused', refusal: { code: 'closed' } };
}

/** The engine's client, if it connects in time. */
async function connected(client: () => Promise<Client>, deadline: number): Promise<Client | undefined> {
  const timer = new AbortController();
  const { signal } = timer;
  const late = pause(Math.max(deadline - Date.now(), 0), undefined, { signal }).catch(() => undefined);
  try {
    return await Promise.race([client(), late]);
  } finally {
    timer.abort();
  }
}
