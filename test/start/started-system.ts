import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { RunningFacts } from '../../local/running';
import { readFacts } from '../../local/running';
import { freePorts } from '../../local/servers/ports';
import { commandOf, everyProcess, send } from '../../local/servers/processes';
import { compiled } from '../../platform/root';

export type Variables = Readonly<Record<string, string>>;

/** What ended: its exit code and everything that it printed. */
export type Ended = { readonly code: number | null; readonly output: string };

/** One `npm start`, as its own process group, the way a terminal runs it. */
export type StartedSystem = {
  readonly pid: number;
  /** Resolves with where everything is; rejects with the output when it ends first. */
  readonly ready: Promise<RunningFacts>;
  readonly ended: Promise<Ended>;
  /** A signal to the whole group, as Ctrl-C in a terminal is. */
  signalGroup(signal: NodeJS.Signals): void;
};

/** A place of its own for one system: a data folder, whose name has a space in it, and ports that are free. */
export type Place = { readonly dataDir: string; readonly variables: Variables; remove(): void };

const PORTS = [
  'API_PORT',
  'POSTGRES_PORT',
  'TEMPORAL_PORT',
  'TEMPORAL_UI_PORT',
  'OIDC_PORT',
  'MAIL_SMTP_PORT',
  'MAIL_UI_PORT',
];
const SIMULATORS = 9;

/** Arguments that leave out every part: PostgreSQL and Temporal alone. */
export const SERVERS_ONLY = ['oidc', 'mail', 'agencies', 'worker', 'api'].flatMap((part) => [
  '--without',
  part,
]);

/** A new place. The simulators' ports have to be nine in a row. */
export async function newPlace(): Promise<Place> {
  const parent = mkdtempSync(path.join(os.tmpdir(), 'etablering start '));
  const dataDir = path.join(parent, 'data');
  const ports = await freePorts(PORTS.length);
  const named = Object.fromEntries(PORTS.map((name, index) => [name, String(ports[index])]));
  const variables = { DATA_DIR: dataDir, AGENCIES_PORT: String(await portsInARow()), ...named };
  return { dataDir, variables, remove: () => rmSync(parent, { recursive: true, force: true }) };
}

async function portsInARow(): Promise<number> {
  const [first = 0] = await freePorts(SIMULATORS);
  return first;
}

/** Starts the compiled system. Nothing of the variables of the test run reaches it. */
export function startSystem(variables: Variables, args: readonly string[] = ['--no-demo']): StartedSystem {
  const child = spawn(process.execPath, [compiled('local/start.js'), ...args], {
    env: isolated(variables),
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (output += String(chunk)));
  const ended = new Promise<Ended>((resolve) => {
    child.once('close', (code) => resolve({ code, output }));
  });
  const pid = child.pid ?? 0;
  const ready = whenReady(() => output, ended, variables.DATA_DIR ?? '');
  // Whoever expects a refusal looks at the end only.
  ready.catch(() => undefined);
  return {
    pid,
    ended,
    ready,
    signalGroup: (signal) => void send(-pid, signal),
  };
}

/** Runs a compiled main to its end. */
export async function run(main: string, args: readonly string[], variables: Variables): Promise<Ended> {
  const child = spawn(process.execPath, [compiled(main), ...args], { env: isolated(variables) });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (output += String(chunk)));
  return new Promise((resolve) => {
    child.once('close', (code) => resolve({ code, output }));
  });
}

/** Of these processes, those that still run; with them every other that works on the data folder. */
export function stillRunning(facts: RunningFacts, dataDir: string): readonly string[] {
  const known = [facts.pid, ...Object.values(facts.pids)].flatMap((pid) => commandOf(pid) ?? []);
  const others = everyProcess().filter(({ command }) => command.includes(dataDir));
  return [...known, ...others.map(({ command }) => command)];
}

/** Waits until `holds`, which must be within `seconds`. */
export async function eventually(holds: () => boolean, seconds: number): Promise<void> {
  const deadline = Date.now() + seconds * 1000;
  while (!holds()) {
    if (Date.now() > deadline) throw new Error(`did not come true within ${seconds} s`);
    await sleep(50);
  }
}

async function whenReady(
  output: () => string,
  ended: Promise<Ended>,
  dataDir: string,
): Promise<RunningFacts> {
  let over = false;
  void ended.then(() => (over = true));
  while (!output().includes('Ctrl-C stops all of it')) {
    if (over) throw new Error(`it ended instead of running:\n${output()}`);
    await sleep(50);
  }
  const facts = readFacts(dataDir);
  if (!facts) throw new Error('it runs, but does not say where');
  return facts;
}

function isolated(variables: Variables): NodeJS.ProcessEnv {
  const { PATH, HOME } = process.env;
  // Empty counts as not set, also where a developer's `.env` sets it.
  const unset = {
    DATABASE_URL: '',
    OIDC_ISSUER: '',
    TEMPORAL_ADDRESS: '',
    AGENCY_API_KEY: '',
    WEBHOOK_SECRETS: '',
  };
  return {
    PATH,
    HOME,
    TEMPORAL_CONFIG_FILE: path.join(os.tmpdir(), 'no-such-temporal.toml'),
    ...unset,
    ...variables,
  };
}
