import express, { type ErrorRequestHandler, type Express, type RequestHandler } from 'express';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { ZodError } from 'zod';
import type { Agency, SimulatorSettings, Simulation } from './agency';
import { controlOf } from './control';
import { deskOf } from './desk';
import { emptyState, type AgencyState } from './dossiers';
import { openState } from './state-file';

/** A running simulator and how to stop it. */
export type RunningSimulator = {
  readonly agency: string;
  readonly url: string;
  readonly stop: () => Promise<void>;
};

/**
 * Starts one simulator on 127.0.0.1; port 0 picks any free one. Rejects with the system's error when the port is taken
 * (`EADDRINUSE`) or the state file cannot be read or written.
 */
export async function startSimulator(agency: Agency, settings: SimulatorSettings): Promise<RunningSimulator> {
  const path = settings.dataDir && join(settings.dataDir, `${agency.id}.json`);
  const file = await openState<AgencyState>(path, emptyState());
  agency.upgrade?.(file.state);
  const server = await listening(appOf({ agency, settings, file }), settings.port);
  const { port } = server.address() as AddressInfo;
  return { agency: agency.id, url: `http://127.0.0.1:${port}`, stop: () => stopped(server) };
}

function appOf(simulation: Simulation): Express {
  const { agency, settings } = simulation;
  const app = express();
  app.disable('x-powered-by');
  app.use(express.json());
  app.use('/control', controlOf(simulation));
  app.use(keyHolders(agency, settings.apiKey));
  app.use(agency.routes(deskOf(simulation)));
  app.use(mistakes(agency));
  return app;
}

function keyHolders(agency: Agency, apiKey: string | undefined): RequestHandler {
  return (request, response, next) => {
    const shown = /^Bearer (.+)$/.exec(request.get('authorization') ?? '')?.[1];
    if (shown && (apiKey === undefined || shown === apiKey)) return next();
    const { status, body } = agency.trouble('unauthorised', 'BEHORIGHET_SAKNAS');
    response.status(status).json(body);
  };
}

function mistakes(agency: Agency): ErrorRequestHandler {
  return (error: unknown, request, response, _next) => {
    if (!(error instanceof ZodError || error instanceof SyntaxError)) {
      process.stderr.write(`${agency.id}: ${request.method} ${request.path}: ${String(error)}\n`);
      return void response.status(500).json({});
    }
    const where =
      error instanceof ZodError ? error.issues.map(({ path }) => path.join('.')).join(', ') : 'JSON';
    const { status, body } = agency.trouble('malformed', 'FELAKTIGT_INNEHALL');
    response.status(status).json({ ...body, ...(request.path.startsWith('/control') && { where }) });
  };
}

function listening(app: Express, port: number): Promise<Server> {
  return new Promise((resolve, reject) => {
    const server = app.listen(port, '127.0.0.1');
    server.once('listening', () => resolve(server));
    server.once('error', reject);
  });
}

function stopped(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}
