import { spawn } from 'node:child_process';
import { closeSync, mkdirSync, openSync } from 'node:fs';
import path from 'node:path';
import { endProcess, lastLines } from './processes';
import { StartFailed } from './server';
import type { Server } from './server';

export type PartLaunch = {
  readonly name: string;
  /** The compiled main's file. */
  readonly main: string;
  readonly env: NodeJS.ProcessEnv;
  readonly logFile: string;
  /** How long it may take to end when asked to. */
  readonly grace: number;
  readonly signal: AbortSignal;
};

const READY_WITHIN = 60_000;

/**
 * Starts one of our own mains and waits until it sends `{ ready: true }`. It runs in a process group of its own, so that
 * Ctrl-C reaches only its parent, and ends by itself when the parent has exited. Throws `StartFailed`.
 */
export async function startPart({ name, main, env, logFile, grace, signal }: PartLaunch): Promise<Server> {
  mkdirSync(path.dirname(logFile), { recursive: true });
  const log = openSync(logFile, 'w', 0o600);
  const child = spawn(process.execPath, ['--enable-source-maps', main], {
    env,
    detached: true,
    stdio: ['ignore', log, log, 'ipc'],
  });
  closeSync(log);
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const pid = child.pid;
  if (pid === undefined) throw new StartFailed(`${name} could not be started: ${main}`);
  const stop = (): Promise<void> => endProcess(pid, 'SIGTERM', grace);
  const isReady = await new Promise<boolean>((resolve) => {
    child.once('message', () => resolve(true));
    child.once('exit', () => resolve(false));
    signal.addEventListener('abort', () => resolve(false));
    setTimeout(() => resolve(false), READY_WITHIN).unref();
  });
  if (!isReady) {
    await stop();
    throw new StartFailed(`${name} did not start:\n${lastLines(logFile)}`);
  }
  return { pid, logFile, ended, stop };
}
