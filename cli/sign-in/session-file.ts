import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** A sign-in to one API. */
export type Session = {
  readonly issuer: string;
  readonly clientId: string;
  readonly accessToken: string;
  /** Epoch milliseconds. */
  readonly expiresAt: number;
  readonly refreshToken?: string;
};

type Sessions = { readonly [url: string]: Session };

/** The sign-in to the API at an address; undefined when there is none. */
export function readSession(folder: string, url: string): Session | undefined {
  return readAll(folder)[url];
}

/** Keeps a sign-in, or forgets it. The file holds tokens: only its owner may read it. */
export function writeSession(folder: string, url: string, session: Session | undefined): void {
  const { [url]: _, ...others } = readAll(folder);
  const sessions: Sessions = session ? { ...others, [url]: session } : others;
  if (Object.keys(sessions).length === 0) {
    rmSync(fileIn(folder), { force: true });
    return;
  }
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  // Renamed into place: a command that reads meanwhile finds the one or the other, whole.
  const fresh = `${fileIn(folder)}.${process.pid}`;
  writeFileSync(fresh, `${JSON.stringify(sessions, null, 2)}\n`, { mode: 0o600 });
  renameSync(fresh, fileIn(folder));
}

function readAll(folder: string): Sessions {
  try {
    return JSON.parse(readFileSync(fileIn(folder), 'utf8')) as Sessions;
  } catch (fault) {
    if ((fault as NodeJS.ErrnoException).code === 'ENOENT' || fault instanceof SyntaxError) return {};
    throw fault;
  }
}

function fileIn(folder: string): string {
  return path.join(folder, 'sessions.json');
}
