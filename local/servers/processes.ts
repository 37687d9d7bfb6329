import { execFileSync } from 'node:child_process';
import { readFileSync, readdirSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';

export type RunningProcess = { readonly pid: number; readonly command: string };

/** Command line of a process that runs, its arguments joined by spaces; nothing when it has ended or is a zombie. */
export function commandOf(pid: number): string | undefined {
  try {
    // A zombie counts as ended: its state follows the name, which is in brackets and may hold anything.
    const state = /\) (\S)/.exec(readFileSync(`/proc/${pid}/stat`, 'utf8'))?.[1];
    if (state === 'Z' || state === 'X') return undefined;
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0').join(' ').trim();
  } catch {
    return process.platform === 'linux' ? undefined : everyProcess().find((one) => one.pid === pid)?.command;
  }
}

/** All processes that this user may see. */
export function everyProcess(): readonly RunningProcess[] {
  if (process.platform === 'linux') {
    const pids = readdirSync('/proc').filter((name) => /^\d+$/.test(name));
    return pids.map((name) => ({ pid: Number(name), command: commandOf(Number(name)) ?? '' }));
  }
  const lines = execFileSync('ps', ['-A', '-o', 'pid=,state=,command='], { encoding: 'utf8' }).split('\n');
  return lines.flatMap((line) => {
    const [, pid, state, command] = /^\s*(\d+)\s+(\S+)\s+(.*)$/.exec(line) ?? [];
    return pid && command && !state?.startsWith('Z') ? [{ pid: Number(pid), command }] : [];
  });
}

/** Sends a signal; false when there is no such process any more. */
export function send(pid: number, signal: NodeJS.Signals): boolean {
  try {
    return process.kill(pid, signal);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ESRCH') return false;
    throw error;
  }
}

/** Waits until `holds` is true; false when `ms` have passed first. */
export async function until(holds: () => boolean, ms: number, every = 20): Promise<boolean> {
  const deadline = Date.now() + ms;
  while (!holds()) {
    if (Date.now() > deadline) return false;
    await sleep(every);
  }
  return true;
}

/** Asks a process to end by `signal` and after `ms` ends it by force. */
export async function endProcess(pid: number, signal: NodeJS.Signals, ms: number): Promise<void> {
  if (!send(pid, signal)) return;
  if (await until(() => commandOf(pid) === undefined, ms)) return;
  send(pid, 'SIGKILL');
  await until(() => commandOf(pid) === undefined, 1000);
}

/** The last lines of a log, for the report of a process that ended by itself. */
export function lastLines(file: string, count = 8): string {
  try {
    return readFileSync(file, 'utf8').trim().split('\n').slice(-count).join('\n');
  } catch {
    return '';
  }
}
