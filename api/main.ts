import { createServer, type Server } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import { loadConfig } from '../platform/config/config';
import { loadSecrets } from '../platform/config/secrets';
import { createLogger } from '../platform/logger';
import { temporalTarget } from '../engine/connection';
import { installedPlanner } from '../register/assessment/planner';
import { createDatabase } from '../register/database';
import { requireKnownOutcomes } from '../register/proposals/second-approval';
import { createApp } from './app';
import { bearerTokens } from './auth/bearer';
import { lazyEngine } from '../engine/lazy-client';

/** How long requests under way may take when the API is asked to stop, in milliseconds. */
const GRACE = 1_000;
const CLOSING = 200;

async function main(): Promise<void> {
  const config = loadConfig('api');
  const logger = createLogger('api', config.logLevel);
  const { databaseUrl, webhookSecrets } = loadSecrets('api', ['databaseUrl', 'webhookSecrets']);
  const planner = installedPlanner(config);
  requireKnownOutcomes(config.secondApproval);
  const register = createDatabase(databaseUrl, logger);
  const engine = lazyEngine(temporalTarget(config), register);
  const authenticate = bearerTokens(config.oidc);
  const parts = { register, engine: engine.client, authenticate, config, planner, webhookSecrets, logger };
  const app = createApp(parts);
  const server = createServer(app);

  async function stop(): Promise<void> {
    await closeServer(server);
    // The engine may be away, and an attempt to reach it under way: nobody waits for that.
    await Promise.race([engine.close(), pause(CLOSING)]);
    await register.destroy();
    process.exit(0);
  }
  process.once('SIGTERM', () => void stop());
  process.once('SIGINT', () => void stop());
  // The parent has exited.
  process.once('disconnect', () => void stop());

  await listen(server, config.api.port);
  logger.info({ port: config.api.port }, 'the API listens');
  process.send?.({ ready: true });
}

async function listen(server: Server, port: number): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error: Error & { code?: string }) => {
      const isTaken = error.code === 'EADDRINUSE' || error.code === 'EACCES';
      reject(isTaken ? new Error(`API_PORT ${port} is taken or not allowed (${error.code})`) : error);
    });
    server.listen(port, resolve);
  });
}

/** Takes no new request, lets those under way end, and cuts off what is left. */
async function closeServer(server: Server): Promise<void> {
  const closed = new Promise<void>((resolve) => {
    server.close(() => resolve());
  });
  server.closeIdleConnections();
  const cut = setTimeout(() => server.closeAllConnections(), GRACE);
  await closed;
  clearTimeout(cut);
}

main().catch((fault: unknown) => {
  process.stderr.write(`${fault instanceof Error ? fault.message : String(fault)}\n`);
  process.exit(1);
});
