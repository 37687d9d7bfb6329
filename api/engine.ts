import { Client } from '@temporalio/client';
import { createCaseCodec } from '../platform/codec';
import { connectTemporal, type TemporalTarget } from '../platform/temporal-connection';
import { caseKeyId } from '../register/case-keys';
import type { Register } from '../register/database';

/** The engine, connected at first need. */
export type Engine = {
  /** The client. Rejects with `TemporalUnreachable` while the engine is away; the next call tries again. */
  readonly client: () => Promise<Client>;
  readonly close: () => Promise<void>;
};

/** After a failure nobody waits for the same again, for this long in milliseconds. */
const FAILED_FOR = 1_000;

/** A client of the engine that the API can start without. */
export function lazyEngine(target: TemporalTarget, register: Register): Engine {
  let connecting: Promise<Client> | undefined;

  async function connect(): Promise<Client> {
    const connection = await connectTemporal(target);
    const dataConverter = { payloadCodecs: [createCaseCodec((caseId) => caseKeyId(register, caseId))] };
    return new Client({ connection, namespace: target.namespace, dataConverter });
  }

  return {
    client() {
      if (!connecting) {
        const attempt = connect();
        connecting = attempt;
        attempt.catch(() => {
          const forget = () => (connecting = undefined);
          setTimeout(forget, FAILED_FOR).unref();
        });
      }
      return connecting;
    },
    async close() {
      const client = await connecting?.catch(() => undefined);
      await client?.connection.close();
    },
  };
}
