import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { Readable } from 'node:stream';
import { setTimeout as pause } from 'node:timers/promises';
import { requestToken } from '../../platform/local/request-token';

/** The API that a benchmark speaks to. */
export type Target = { readonly apiUrl: string; readonly issuer: string };

/** How far an import has come, as the API answers. */
export type Progress = {
  readonly state: string;
  readonly waitsBecause: string | null;
  readonly rows: number;
  readonly counts: Readonly<Record<string, number>>;
};

const tokens = new Map<string, { readonly token: string; readonly at: number }>();
/** Tokens live longer than this, in milliseconds. */
const FRESH = 240_000;

/** Asks the API as a demonstration identity; a token is asked for now and then. */
export async function ask(
  { apiUrl, issuer }: Target,
  identity: string,
  path: string,
  init: RequestInit & { duplex?: 'half' } = {},
): Promise<Response> {
  const known = tokens.get(identity);
  const isFresh = known !== undefined && Date.now() - known.at < FRESH;
  const token = isFresh ? known.token : await requestToken(issuer, identity);
  if (!isFresh) tokens.set(identity, { token, at: Date.now() });
  const headers = { authorization: `Bearer ${token}`, 'idempotency-key': randomUUID(), ...init.headers };
  return fetch(`${apiUrl}${path}`, { ...init, headers });
}

/** Sends a file as it is made; gives the import's path. Rejects with the API's answer when it is not taken. */
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

/** Waits until the import leaves a state; gives the seconds that it took. */
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
