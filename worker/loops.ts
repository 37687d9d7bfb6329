import type { Client } from '@temporalio/client';
import { type BackgroundWork, runRounds } from '../activities/background';
import type { Logger } from '../platform/logger';
import type { Register } from '../register/database';
import { listenForMessages, makeBell } from './bell';
import { startRelay } from './relay';
import { startBackground } from '../engine/schedules';

/** What the loops of a worker process are made of. */
export type LoopParts = {
  readonly databaseUrl: string;
  readonly register: Register;
  readonly client: Client;
  readonly logger: Logger;
};

/** How soon background work runs again that the engine has lost, or somebody has terminated; in milliseconds. */
const BACKGROUND_STARTED_EVERY = 60_000;

/** Starts what every worker process does by itself: the relay, and keeping the background work of the installation started. */
export function startLoops({ databaseUrl, register, client, logger }: LoopParts): {
  stop: () => Promise<void>;
} {
  const bell = makeBell();
  const ears = listenForMessages(databaseUrl, bell, logger);
  const relay = startRelay(register, client, bell, logger);
  const stopping = new AbortController();
  const starting: BackgroundWork = {
    name: 'starting the background work',
    everyMs: BACKGROUND_STARTED_EVERY,
    round: (signal) => client.withAbortSignal(signal, () => startBackground(client)),
  };
  const keeping = runRounds(starting, logger, stopping.signal);
  return {
    async stop() {
      stopping.abort();
      await keeping;
      await relay.stop();
      await ears.stop();
    },
  };
}
