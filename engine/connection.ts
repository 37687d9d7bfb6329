import type { Connection } from '@temporalio/client';
import { loadClientConnectConfig } from '@temporalio/envconfig';
import type { NativeConnection, NativeConnectionOptions } from '@temporalio/worker';
import type { Config } from '../platform/config/config';

/** Where Temporal is. `configured` is false where `npm start` runs the server itself. */
export type TemporalTarget = {
  readonly options: NativeConnectionOptions & { readonly address: string };
  readonly namespace: string;
  readonly configured: boolean;
};

/** Temporal does not answer; the message names the address and the setting that gave it. */
export class TemporalUnreachable extends Error {
  override readonly name = 'TemporalUnreachable';
}

/** The server that `temporal.toml` or `TEMPORAL_ADDRESS` names, else our own on `TEMPORAL_PORT`. */
export function temporalTarget(config: Pick<Config, 'temporal'>): TemporalTarget {
  const { connectionOptions, namespace } = loadClientConnectConfig();
  const { address } = connectionOptions;
  return {
    options: { ...connectionOptions, address: address || `127.0.0.1:${config.temporal.port}` },
    namespace: namespace || 'default',
    // An empty variable counts as not set.
    configured: Boolean(address),
  };
}

/** A connection for clients. Throws `TemporalUnreachable`. */
export async function connectTemporal(target: TemporalTarget): Promise<Connection> {
  // Loaded here: it takes a while, in which `npm start` has something else to wait for.
  const { Connection: client } = await import('@temporalio/client');
  return reach(target, () => client.connect({ ...target.options, connectTimeout: 5000 }));
}

/** A connection for a worker. Throws `TemporalUnreachable`. */
export async function connectTemporalWorker(target: TemporalTarget): Promise<NativeConnection> {
  // Loaded here, so that a process without a worker does without the SDK's native library.
  const { NativeConnection: native } = await import('@temporalio/worker');
  return reach(target, () => native.connect(target.options));
}

async function reach<T>(target: TemporalTarget, connect: () => Promise<T>): Promise<T> {
  try {
    return await connect();
  } catch (error) {
    const setting = target.configured ? 'TEMPORAL_ADDRESS or temporal.toml' : 'TEMPORAL_PORT';
    const reason = error instanceof Error ? error.message : String(error);
    throw new TemporalUnreachable(
      `Temporal does not answer at ${target.options.address} (${setting}): ${reason}`,
    );
  }
}
