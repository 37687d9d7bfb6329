import { execFile } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import net from 'node:net';
import path from 'node:path';
import { promisify } from 'node:util';
import { repositoryRoot } from '../../platform/root';
import { commandOf, endProcess, everyProcess } from './processes';
import { StartFailed, launch, whenReady } from './server';
import type { Server } from './server';

export type TemporalOptions = {
  /** The Temporal CLI's file. */
  readonly cli: string;
  readonly dataDir: string;
  readonly port: number;
  /** No UI where there is none. */
  readonly uiPort?: number;
  readonly namespace: string;
  readonly detached: boolean;
  /** Extra values of the server's dynamic configuration, `name=json`. */
  readonly dynamicConfig?: readonly string[];
  readonly env?: NodeJS.ProcessEnv;
  readonly signal?: AbortSignal;
};

/**
 * Time skipping for the walk and the tests. Without the shorter shift each jump costs a second of real time. The two
 * names are those of server 1.32 and of the line after it; the unknown one is ignored.
 */
const DYNAMIC_CONFIG = [
  'frontend.WorkflowTimeSkippingEnabled=true',
  'system.workflowTimeSkippingEnabled=true',
  'history.timerProcessorMaxTimeShift="10ms"',
];

/**
 * Starts Temporal's development server with its data in `dataDir/temporal.db`. A server that a killed `npm start` left
 * behind is ended first: two servers would write one file without an error. Throws `StartFailed`.
 */
export async function startTemporal(options: TemporalOptions): Promise<Server> {
  const { cli, dataDir, port, detached, env } = options;
  const logFile = path.join(dataDir, 'logs', 'temporal.log');
  mkdirSync(path.dirname(logFile), { recursive: true });
  await endTemporalOrphan(dataDir);
  const launched = await launch({ command: cli, args: serverArgs(options), logFile, detached, env });
  writeFileSync(pidFile(dataDir), String(launched.pid));
  try {
    await whenReady(launched, logFile, () => serves(port), 30_000, options.signal);
  } catch (error) {
    await endProcess(launched.pid, 'SIGTERM', 2000);
    rmSync(pidFile(dataDir), { force: true });
    throw new StartFailed(`Temporal did not start on TEMPORAL_PORT ${port}: ${(error as Error).message}`);
  }
  return {
    pid: launched.pid,
    logFile,
    ended: launched.ended,
    stop: async () => {
      await endProcess(launched.pid, 'SIGTERM', 2000);
      rmSync(pidFile(dataDir), { force: true });
    },
  };
}

/** The CLI's file, found or installed as `scripts/temporal-cli.mjs` says. Throws `StartFailed` with its message. */
export async function temporalCli(): Promise<string> {
  const script = path.join(repositoryRoot(), 'scripts', 'temporal-cli.mjs');
  try {
    const { stdout } = await promisify(execFile)(process.execPath, [script]);
    return stdout.trim();
  } catch (error) {
    throw new StartFailed((error as { stderr?: string }).stderr?.trim() ?? (error as Error).message);
  }
}

/** Ends a server that still writes the file in this folder. */
export async function endTemporalOrphan(dataDir: string): Promise<void> {
  const file = databaseFile(dataDir);
  const noted = Number(readPid(dataDir));
  const isOurs = (command = '') => command.includes('start-dev') && command.includes(`--db-filename ${file}`);
  // Also one whose pid was never written down, because its parent was killed in between.
  const orphans = isOurs(commandOf(noted))
    ? [noted]
    : everyProcess()
        .filter((one) => isOurs(one.command))
        .map((one) => one.pid);
  for (const pid of orphans) await endProcess(pid, 'SIGTERM', 5000);
  rmSync(pidFile(dataDir), { force: true });
}

function serverArgs({
  dataDir,
  port,
  uiPort,
  namespace,
  dynamicConfig = [],
}: TemporalOptions): readonly string[] {
  const options = {
    'db-filename': databaseFile(dataDir),
    ip: '127.0.0.1',
    port,
    namespace,
    'log-level': 'warn',
    'log-format': 'json',
    ...(uiPort === undefined ? {} : { 'ui-port': uiPort }),
  };
  const repeated = [
    ...['journal_mode=wal', 'synchronous=1'].map((pragma) => ['--sqlite-pragma', pragma]),
    ...[...DYNAMIC_CONFIG, ...dynamicConfig].map((value) => ['--dynamic-config-value', value]),
    ...(uiPort === undefined ? [['--headless']] : []),
  ];
  const flags = Object.entries(options).map(([name, value]) => [`--${name}`, String(value)]);
  return ['server', 'start-dev', ...flags.flat(), ...repeated.flat()];
}

function databaseFile(dataDir: string): string {
  return path.join(dataDir, 'temporal.db');
}

function pidFile(dataDir: string): string {
  return path.join(dataDir, 'temporal.pid');
}

function readPid(dataDir: string): string | undefined {
  try {
    return readFileSync(pidFile(dataDir), 'utf8');
  } catch {
    return undefined;
  }
}

/** Whether it answers a call. Shortly before, it accepts connections and refuses every call on them. */
async function serves(port: number): Promise<boolean> {
  if (!(await accepts(port))) return false;
  // Loaded here: it takes a while, in which the server starts.
  const { Connection } = await import('@temporalio/client');
  const connection = Connection.lazy({ address: `127.0.0.1:${port}`, interceptors: [] });
  try {
    await connection.withDeadline(Date.now() + 1000, () => connection.workflowService.getSystemInfo({}));
    return true;
  } catch {
    return false;
  } finally {
    await connection.close();
  }
}

async function accepts(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = net.connect(port, '127.0.0.1');
    socket.once('connect', () => resolve(true)).once('error', () => resolve(false));
    socket.once('connect', () => socket.destroy());
  });
}
