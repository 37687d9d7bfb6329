import { readFileSync } from 'node:fs';
import { Readable } from 'node:stream';
import { setTimeout as pause } from 'node:timers/promises';
import { ask, type Target } from '../ask';

/** How far an import has come, as the API answers. */
export type Progress = {
  readonly state: string;
  readonly waitsBecause: string | null;
  readonly rows: number;
  readonly counts: Readonly<Record<string, number>>;
};

/** Sends a file while it is made; returns the import's path. Rejects with the API's answer when it is refused. */
export async function sendFile(target: Target, file: Iterable<string>, query = ''): Promise<string> {
  const answer = await ask(target, 'coordinator', `/api/v1/imports?source=bench${query}`, {
    method: 'POST',
    headers: { 'content-type': 'text/csv' },
    body: Readable.toWeb(Readable.from(file)) as RequestInit['body'],
    duplex: 'half',
  });
  const location = answer.headers.get('location');
  if (answer.status !== 202 || !location) throw new Error(`${answer.status} ${await answer.text()}`);
  return location;
}

/** How far the import has come. */
export async function progressOf(target: Target, path: string): Promise<Progress> {
  return (await (await ask(target, 'coordinator', path)).json()) as Progress;
}

/** Waits until the import leaves a state; returns the seconds that it took. */
export async function secondsIn(target: Target, path: string, state: string): Promise<number> {
  const began = performance.now();
  while ((await progressOf(target, path)).state === state) await pause(100);
  return (performance.now() - began) / 1_000;
}

/** Memory that a process holds, in megabytes (Linux). */
export function megabytesOf(pid: number): number {
  const kilobytes = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
  return Math.round(Number(kilobytes) / 1_024);
}
