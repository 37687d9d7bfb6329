import { execFile } from 'node:child_process';
import path from 'node:path';
import { promisify } from 'node:util';
import type { Config } from '../../platform/config/config';
import { inheritedVariables } from '../../platform/config/env';
import type { Secrets } from '../../platform/config/secrets';
import type { PartName } from '../../platform/config/setting';
import { compiled } from '../../platform/root';
import { connectTemporal } from '../../engine/connection';
import type { TemporalTarget } from '../../engine/connection';
import { reconcileNamespace } from '../servers/namespace';
import { startPostgres } from '../servers/postgres';
import type { Server } from '../servers/server';
import { StartFailed } from '../servers/server';
import { startTemporal, temporalCli } from '../servers/temporal';
import { createDatabaseIfMissing } from './checks';
import { serverAs, type Shutdown } from './shutdown';

/** A system to start: what it is made of, and who hears of it. */
export type BringUp = {
  readonly config: Config;
  readonly secrets: Secrets;
  /** The parts to run: all of them, except in development and tests. */
  readonly parts: readonly PartName[];
  readonly demo: boolean;
  readonly signal: AbortSignal;
  readonly shutdown: Shutdown;
  /** Prints one progress line. */
  readonly say: (line: string) => void;
  /** A server or part ended by itself; its log may say why. */
  readonly onDeath: (name: string, logFile: string) => void;
};

const DATABASE = 'etablering';
const POSTGRES_STAGE = 5;
const TEMPORAL_STAGE = 4;

/** Our own PostgreSQL in the data folder, or the database that is set. Returns its address. */
export async function startDatabase(system: BringUp): Promise<string> {
  const { config, secrets, signal } = system;
  if (secrets.databaseUrl) return secrets.databaseUrl;
  const { dataDir, postgres } = config;
  const server = await startPostgres({ dataDir, port: postgres.port, detached: true, signal });
  watch(system, 'postgres', server, POSTGRES_STAGE);
  await createDatabaseIfMissing(server.databaseUrl('postgres'), DATABASE);
  return server.databaseUrl(DATABASE);
}

/** Migrates the register to the newest version; returns the names of the migrations that it ran. */
export async function migrateRegister(databaseUrl: string): Promise<readonly string[]> {
  const env = { ...inheritedVariables(), DATABASE_URL: databaseUrl };
  try {
    const main = compiled('register/migrate-main.js');
    const { stdout } = await promisify(execFile)(process.execPath, [main], { env });
    return JSON.parse(stdout) as readonly string[];
  } catch (error) {
    const { stderr } = error as { stderr?: string };
    throw new StartFailed(
      `the register could not be migrated: ${stderr?.trim() ?? (error as Error).message}`,
    );
  }
}

/** Our own Temporal server in the data folder, unless another is configured. */
export async function startEngine(system: BringUp, target: TemporalTarget): Promise<void> {
  if (target.configured) return;
  const { config, signal } = system;
  const { dataDir, temporal, temporalUi } = config;
  const { namespace } = target;
  const ports = { port: temporal.port, uiPort: temporalUi.port };
  const options = { dataDir, ...ports, namespace, detached: true, signal };
  const server = await startTemporal({ ...options, cli: await temporalCli(), env: inheritedVariables() });
  watch(system, 'temporal', server, TEMPORAL_STAGE);
}

/** The namespace has what the cases need. Rejects with `TemporalUnreachable` where nothing answers. */
export async function prepareNamespace(target: TemporalTarget): Promise<void> {
  const connection = await connectTemporal(target);
  try {
    await reconcileNamespace(connection, target.namespace);
  } catch (error) {
    if (error instanceof StartFailed) throw error;
    const { namespace, options } = target;
    const reason = (error as { details?: string }).details ?? (error as Error).message;
    throw new StartFailed(
      `namespace ${namespace} of Temporal at ${options.address} cannot be used: ${reason}`,
    );
  } finally {
    await connection.close();
  }
}

/** Puts a server where it is stopped in its turn, and reports it if it ends by itself. */
export function watch(system: BringUp, name: string, server: Server, stage: number): void {
  system.shutdown.add(stage, serverAs(name, server));
  void server.ended.then(() => system.onDeath(name, server.logFile));
}

/** The log file of a server or part. */
export function logFile(dataDir: string, name: string): string {
  return path.join(dataDir, 'logs', `${name}.log`);
}
