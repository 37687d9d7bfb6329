import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import type { RequestListener, Server } from 'node:http';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { compiled } from '../../../platform/root';

/** What a command came to. */
export type Ended = { readonly code: number | null; readonly out: string; readonly err: string };

/** The command line of one user: the real program, in a process of its own, with a configuration folder of its own. */
export type Shell = {
  readonly folder: string;
  /** Runs a command to its end. */
  readonly run: (typed: readonly string[], more?: Variables) => Promise<Ended>;
  /** Starts a command that is spoken to while it runs. */
  readonly start: (typed: readonly string[], more?: Variables) => Started;
  readonly remove: () => void;
};

type Variables = Readonly<Record<string, string>>;

export type Started = {
  readonly ended: Promise<Ended>;
  /** Resolves with the output so far once it matches. */
  readonly says: (pattern: RegExp) => Promise<string>;
  readonly stop: () => void;
};

/** A shell whose commands go to the API at `url` with a token, or with the sign-in of its own folder. */
export function openShell(url: string, token?: string): Shell {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'etablering-cli-'));
  const variables = {
    ETABLERING_URL: url,
    XDG_CONFIG_HOME: folder,
    ...(token && { ETABLERING_TOKEN: token }),
  };

  function start(typed: readonly string[], more: Variables = {}): Started {
    const env = { PATH: process.env.PATH, ...variables, ...more };
    return started(spawn(process.execPath, [compiled('cli/main.js'), ...typed], { env }));
  }

  return {
    folder,
    start,
    run: async (typed, more) => start(typed, more).ended,
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

function started(child: ChildProcessWithoutNullStreams): Started {
  const said = { out: '', err: '' };
  const waiting = new Set<() => void>();
  for (const stream of ['out', 'err'] as const) {
    child[`std${stream}`].setEncoding('utf8').on('data', (text: string) => {
      said[stream] += text;
      for (const look of waiting) look();
    });
  }
  child.stdin.end();
  const ended = new Promise<Ended>((resolve) => child.once('close', (code) => resolve({ code, ...said })));
  return {
    ended,
    stop: () => child.kill(),
    says: async (pattern) =>
      new Promise((resolve, reject) => {
        const look = () => {
          const all = said.out + said.err;
          if (!pattern.test(all)) return;
          waiting.delete(look);
          resolve(all);
        };
        waiting.add(look);
        look();
        void ended.then(({ out, err }) => reject(new Error(`ended without saying ${pattern}: ${out}${err}`)));
      }),
  };
}

/** Something that answers HTTP on a port of its own. */
export type Listening = { readonly url: string; readonly close: () => Promise<void> };

/** Lets an application be reached by other processes. */
export async function listen(answer: RequestListener): Promise<Listening> {
  const server: Server = createServer(answer);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
