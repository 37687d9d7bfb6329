import { type ChildProcess, spawn } from 'node:child_process';
import path from 'node:path';
import { createInterface } from 'node:readline';
import type { Writable } from 'node:stream';
import type { InstallationSettings } from '../../domain/process/planner/installation-settings';
import type { Version } from './version';

/** A version's planner, running. */
export type PlannerProcess = {
  /** Asks about one case; the answer is a JSON line. Rejects when the process has ended. */
  readonly ask: (question: string) => Promise<string>;
  /** Ends it; it has nothing to save. */
  readonly stop: () => void;
};

type Waiting = { readonly resolve: (line: string) => void; readonly reject: (fault: Error) => void };

const MOST_COMPLAINT = 2_000;

/** Starts the planner of a compiled version, with the installation's settings. */
export function startPlanner({ name, folder }: Version, settings: InstallationSettings): PlannerProcess {
  const host = path.join(folder, 'rules', 'diff', 'host.js');
  const child = spawn(process.execPath, [host, JSON.stringify(settings)], { stdio: 'pipe' });
  const waiting: Waiting[] = [];
  const ended = whenEnded(child, name);
  let fault: Error | undefined;
  void ended.then((reason) => {
    fault = reason;
    for (const { reject } of waiting.splice(0)) reject(reason);
  });
  createInterface({ input: child.stdout }).on('line', (line) => waiting.shift()?.resolve(line));
  // The end of the process explains more than the broken pipe does.
  child.stdin.on('error', () => undefined);
  return {
    ask: (question) =>
      new Promise((resolve, reject) => {
        if (fault) return reject(fault);
        waiting.push({ resolve, reject });
        return send(child.stdin, question);
      }),
    stop: () => {
      child.stdin.end();
      child.kill();
    },
  };
}

function send(to: Writable, line: string): void {
  to.write(`${line}\n`);
}

/** Resolves when the process has ended, with an error that holds the last error it printed. */
function whenEnded(child: ChildProcess, name: string): Promise<Error> {
  let complaint = '';
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    complaint = `${complaint}${text}`.slice(-MOST_COMPLAINT);
  });
  return new Promise((resolve) => {
    child.once('close', () => {
      const said = /^\w*Error: .*$/m.exec(complaint)?.[0];
      resolve(new Error(`the planner of ${name} ended by itself${said ? `: ${said}` : ''}`));
    });
  });
}
