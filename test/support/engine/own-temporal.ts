import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { freePorts } from '../../../local/servers/ports';
import { send } from '../../../local/servers/processes';
import { startTemporal, temporalCli } from '../../../local/servers/temporal';

/** A Temporal server of one test file's own, with its data on a file. */
export type OwnTemporal = {
  readonly address: string;
  readonly port: number;
  /** Ends it by SIGKILL, as a power cut does. */
  readonly isKilled: () => Promise<void>;
  /** Starts it again on the same file and port. */
  readonly comesBack: () => Promise<void>;
  readonly remove: () => Promise<void>;
};

/** Starts the server; `dynamicConfig` are its settings, `name=json`. */
export async function startOwnTemporal(dynamicConfig: readonly string[] = []): Promise<OwnTemporal> {
  const dataDir = mkdtempSync(path.join(os.tmpdir(), `etablering-test-${process.pid}-`));
  const [[port = 0], cli] = await Promise.all([freePorts(1), temporalCli()]);
  const start = () =>
    startTemporal({ cli, dataDir, port, namespace: 'default', detached: false, dynamicConfig });
  let server = await start();
  return {
    address: `127.0.0.1:${port}`,
    port,
    async isKilled() {
      send(server.pid, 'SIGKILL');
      await server.ended;
    },
    async comesBack() {
      server = await start();
    },
    async remove() {
      await server.stop();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}
