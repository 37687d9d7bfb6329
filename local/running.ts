import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { requestToken } from './request-token';
import { commandOf } from './servers/processes';

/** Where everything is that one `npm start` runs; kept in `DATA_DIR/running.json` as long as it runs. */
export type RunningFacts = {
  readonly pid: number;
  readonly startedAt: string;
  /** The API's address, without `/api/v1`. */
  readonly apiUrl: string;
  readonly issuer: string;
  readonly temporal: { readonly address: string; readonly namespace: string; readonly uiUrl?: string };
  readonly databaseUrl: string;
  /** Where caught mails can be read; absent where the mail catcher does not run. */
  readonly mailUrl?: string;
  /** The simulators by agency, and the key that they are shown. */
  readonly agencies: Readonly<Record<string, string>>;
  readonly agencyApiKey: string;
  /** The process of each part and server. */
  readonly pids: Readonly<Record<string, number>>;
};

export type Running = RunningFacts & {
  /** An access token of a demonstration identity. Rejects with the provider's answer. */
  tokenOf(identity: string): Promise<string>;
};

/** The system that runs on this data folder; nothing when none does. */
export function readRunning(dataDir: string): Running | undefined {
  const facts = readFacts(dataDir);
  if (!facts || !isStartCommand(facts.pid)) return undefined;
  return { ...facts, tokenOf: (identity) => requestToken(facts.issuer, identity) };
}

/** What was written last, also by a system that was killed since. */
export function readFacts(dataDir: string): RunningFacts | undefined {
  try {
    return JSON.parse(readFileSync(file(dataDir), 'utf8')) as RunningFacts;
  } catch {
    return undefined;
  }
}

/** Writes where everything is. The file holds secrets: only its owner may read it. */
export function writeRunning(dataDir: string, facts: RunningFacts): void {
  mkdirSync(dataDir, { recursive: true });
  writeFileSync(file(dataDir), `${JSON.stringify(facts, null, 2)}\n`, { mode: 0o600 });
}

/** The system has stopped. */
export function removeRunning(dataDir: string): void {
  rmSync(file(dataDir), { force: true });
}

/** Whether the process is an `npm start`, and not another that got its number. */
export function isStartCommand(pid: number): boolean {
  return commandOf(pid)?.includes(path.join('local', 'start')) ?? false;
}

function file(dataDir: string): string {
  return path.join(dataDir, 'running.json');
}
