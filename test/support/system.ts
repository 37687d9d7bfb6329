import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { freePorts } from '../../local/servers/ports';
import { readRunning, type Running } from '../../local/running';
import { repositoryRoot } from '../../platform/root';

/** A whole system of its own, as `npm start -- --no-demo` runs it, on free ports and in a folder of its own. */
export type TestSystem = Running & { readonly dataDir: string; readonly stop: () => Promise<void> };

/** Starts it from the compiled files; rejects with what it said when it does not come up. */
export async function startSystem(
  options: {
    readonly without?: readonly string[];
    readonly variables?: Readonly<Record<string, string>>;
  } = {},
): Promise<TestSystem> {
  const dataDir = mkdtempSync(path.join(os.tmpdir(), 'etablering-system-'));
  const variables = { ...(await ownPorts()), DATA_DIR: dataDir, LOG_LEVEL: 'warn', ...options.variables };
  const script = path.join(repositoryRoot(), 'dist', 'local', 'start.js');
  const without = (options.without ?? []).flatMap((part) => ['--without', part]);
  const child = spawn(process.execPath, [script, '--no-demo', ...without], {
    env: { PATH: process.env.PATH, HOME: process.env.HOME, ...variables },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  const said = listenTo(child);
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const isReady = await Promise.race([
    new Promise<boolean>((resolve) => child.once('message', () => resolve(true))),
    ended.then(() => false),
  ]);
  const running = isReady ? readRunning(dataDir) : undefined;
  if (!running) throw new Error(`the system did not start:\n${said()}`);
  return {
    ...running,
    dataDir,
    async stop() {
      child.kill('SIGTERM');
      await ended;
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

async function ownPorts(): Promise<Record<string, string>> {
  const [api = 0, postgres = 0, temporal = 0, ui = 0, oidc = 0, smtp = 0, mail = 0, agencies = 0] =
    await freePorts(16);
  return {
    API_PORT: String(api),
    POSTGRES_PORT: String(postgres),
    TEMPORAL_PORT: String(temporal),
    TEMPORAL_UI_PORT: String(ui),
    OIDC_PORT: String(oidc),
    MAIL_SMTP_PORT: String(smtp),
    MAIL_UI_PORT: String(mail),
    AGENCIES_PORT: String(agencies),
  };
}

function listenTo(child: ChildProcess): () => string {
  const lines: string[] = [];
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding('utf8').on('data', (text: string) => lines.push(text));
  }
  return () => lines.join('');
}
