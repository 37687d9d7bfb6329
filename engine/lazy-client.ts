import type { Client } from '@temporalio/client';
import { createClient } from './client';
import { connectTemporal, type TemporalTarget } from './connection';
import type { Register } from '../register/database';

/** The engine, connected at first need. */
export type Engine = {
  /** The client. Rejects with `TemporalUnreachable` while the engine is away; the next call tries again. */
  readonly client: () => Promise<Client>;
  /** Closes the connection, after waiting for one that is being made: up to five seconds. */
  readonly close: () => Promise<void>;
};

/** Once the engine is known to be away, a request waits no longer than this for it to be back, in milliseconds. */
const PATIENCE = 300;

/** A client of the engine that the API can start without. */
export function lazyEngine(target: TemporalTarget, register: Register): Engine {
  let connecting: Promise<Client> | undefined;
  let failure: Error | undefined;

  async function connect(): Promise<Client> {
    try {
      const connection = await connectTemporal(target);
      failure = undefined;
      return createClient(connection, target.namespace, register);
    } catch (fault) {
      failure = fault instanceof Error ? fault : new Error('the engine does not answer');
      connecting = undefined;
      throw failure;
    }
  }

  return {
    async client() {
      connecting ??= connect();
      return failure ? orFail(connecting, failure) : connecting;
    },
    async close() {
      const client = await connecting?.catch(() => undefined);
      await client?.connection.close();
    },
  };
}

/** The client if it comes soon, else the failure that is known already. */
async function orFail(connecting: Promise<Client>, failure: Error): Promise<Client> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(failure), PATIENCE);
  });
  try {
    return await Promise.race([connecting, late]);
  } finally {
    clearTimeout(timer);
  }
}
