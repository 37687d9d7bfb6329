import type { Client } from '@temporalio/client';
import { createRegistrationsClient } from '../activities/clients/skatteverket-registrations';
import type { Config } from '../platform/config/config';
import type { Logger } from '../platform/logger';
import type { Register } from '../register/database';
import { listenForMessages, makeBell } from './bell';
import { startBulkKeeper } from './bulk/keeper';
import { startEngineWatch } from './engine-watch';
import { startPolling } from './polling';
import { startRelay } from './relay';

/** What the worker's own loops are made of. */
export type LoopParts = {
  readonly config: Config;
  readonly databaseUrl: string;
  readonly agencyApiKey: string;
  readonly register: Register;
  readonly client: Client;
  readonly logger: Logger;
};

/** How often actions on many cases are looked after, in milliseconds. */
const BULK_LOOKED_AFTER_EVERY = 10_000;

/** Starts what the worker does beside the cases: the relay and its ears, asking Skatteverket, watching, looking after. */
export function startLoops(parts: LoopParts): { stop: () => Promise<void> } {
  const { config, databaseUrl, agencyApiKey, register, client, logger } = parts;
  const bell = makeBell();
  const ears = listenForMessages(databaseUrl, bell, logger);
  const relay = startRelay(register, client, bell, logger);
  const polling = startPolling({
    register,
    ask: createRegistrationsClient({ url: config.agencies.urls.skatteverket, apiKey: agencyApiKey }),
    everyMs: isAnsweredBySystem(config) ? config.registrationsAskedEvery : 0,
    logger,
  });
  const keeper = startBulkKeeper({ register, client, everyMs: BULK_LOOKED_AFTER_EVERY, logger });
  const watch = startEngineWatch({ register, client, everyMs: config.engineWatchedEvery, logger });
  return {
    async stop() {
      await watch.stop();
      await keeper.stop();
      await polling.stop();
      await relay.stop();
      await ears.stop();
    },
  };
}

/** Where caseworkers record the decision, nobody is to be asked for it. */
function isAnsweredBySystem({ answering }: Config): boolean {
  return answering.personnummer?.answeredBy !== 'caseworker';
}
