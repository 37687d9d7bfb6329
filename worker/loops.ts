import type { Client } from '@temporalio/client';
import { createRegistrationsClient } from '../activities/clients/skatteverket-registrations';
import type { ConfigOf } from '../platform/config/config';
import type { Logger } from '../platform/logger';
import type { Planner } from '../register/assessment/project';
import type { Register } from '../register/database';
import { createTurns } from '../register/turns';
import { startCase } from '../engine/case-client';
import { listenForMessages, makeBell } from './bell';
import { startBulkKeeper } from './bulk/keeper';
import { startEngineWatch } from './engine-watch';
import { startImports } from './imports/loop';
import { startPolling } from './polling';
import { startRelay } from './relay';
import { startReplanning } from './replan';
import { startSubscriptions } from './subscriptions/start';
import { startAbsences } from './work/absences';

/** What the worker's own loops are made of. */
export type LoopParts = {
  readonly config: ConfigOf<'worker'>;
  readonly databaseUrl: string;
  readonly agencyApiKey: string;
  readonly smtpUrl?: string;
  readonly register: Register;
  readonly planner: Planner;
  readonly client: Client;
  readonly logger: Logger;
};

/** How often actions on many cases are looked after, in milliseconds. */
const BULK_LOOKED_AFTER_EVERY = 10_000;
/** How long the engine may take to start an imported case before the relay is left to do it, in milliseconds. */
const START_WITHIN = 2_000;

/** Starts what the worker does beside the cases: the relay and its ears, and what one worker of an installation does. */
export function startLoops(parts: LoopParts): { stop: () => Promise<void> } {
  const { config, databaseUrl, agencyApiKey, smtpUrl, register, planner, client, logger } = parts;
  const bell = makeBell();
  const ears = listenForMessages(databaseUrl, bell, logger);
  const relay = startRelay(register, client, bell, logger);
  const turns = createTurns(databaseUrl, logger);
  const { version = '' } = planner;
  const others = [
    startPolling({
      register,
      turns,
      ask: createRegistrationsClient({ url: config.agencies.urls.skatteverket, apiKey: agencyApiKey }),
      everyMs: isAnsweredBySystem(config) ? config.registrationsAskedEvery : 0,
      logger,
    }),
    startReplanning({ register, turns, version, casesPerSecond: config.replannedPerSecond, logger }),
    startBulkKeeper({ register, turns, client, everyMs: BULK_LOOKED_AFTER_EVERY, logger }),
    startEngineWatch({ register, turns, client, everyMs: config.engineWatchedEvery, logger }),
    startImports({
      register,
      turns,
      planner,
      start: (caseId) => client.withDeadline(Date.now() + START_WITHIN, () => startCase(client, caseId)),
      ...config.imports,
      logger,
    }),
    startSubscriptions({ register, turns, config, smtpUrl, logger }),
    startAbsences(register, turns, logger),
  ];
  return {
    async stop() {
      await Promise.all(others.map((loop) => loop.stop()));
      await turns.close();
      await relay.stop();
      await ears.stop();
    },
  };
}

/** Where caseworkers record the decision, nobody is to be asked for it. */
function isAnsweredBySystem({ answering }: ConfigOf<'worker'>): boolean {
  return answering.personnummer?.answeredBy !== 'caseworker';
}
