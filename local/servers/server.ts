import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { closeSync, openSync } from 'node:fs';
import { lastLines } from './processes';

/** A server that we started. `ended` settles when its process has ended, for whatever reason. */
export type Server = {
  readonly pid: number;
  readonly logFile: string;
  readonly ended: Promise<void>;
  stop(): Promise<void>;
};

/** A server did not come up; the message names the setting to change and has the server's own last lines. */
export class StartFailed extends Error {
  override readonly name = 'StartFailed';
}

export type Launch = {
  readonly command: string;
  readonly args: readonly string[];
  readonly logFile: string;
  /** In a process group of its own, which Ctrl-C in the terminal does not reach. */
  readonly detached: boolean;
  readonly env?: NodeJS.ProcessEnv;
  readonly uid?: number;
  readonly gid?: number;
};

export type Launched = { readonly child: ChildProcess; readonly pid: number; readonly ended: Promise<void> };

/** Starts a program with its output in a file. Throws `StartFailed` when it cannot be started at all. */
export async function launch(what: Launch): Promise<Launched> {
  const { command, args, logFile, ...options } = what;
  const log = openSync(logFile, 'w', 0o600);
  const child = spawn(command, args, { ...options, stdio: ['ignore', log, log] });
  closeSync(log);
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  await new Promise<void>((resolve, reject) => {
    child.once('spawn', resolve);
    child.once('error', (error) => reject(new StartFailed(`${command} cannot be started: ${error.message}`)));
  });
  return { child, pid: child.pid as number, ended };
}

/** Waits until `ready`; throws `StartFailed` with the last log lines when the program ends or `ms` pass first. */
export async function whenReady(
  launched: Launched,
  logFile: string,
  ready: () => Promise<boolean> | boolean,
  ms: number,
  signal?: AbortSignal,
): Promise<void> {
  let over = false;
  void launched.ended.then(() => (over = true));
  const deadline = Date.now() + ms;
  while (!(await ready())) {
    if (signal?.aborted) throw new StartFailed('stopped');
    if (over) throw new StartFailed(lastLines(logFile));
    if (Date.now() > deadline)
      throw new StartFailed(`no answer within ${ms / 1000} s\n${lastLines(logFile)}`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
