import { mkdtempSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { Client } from 'pg';
import { freePorts } from '../../../local/servers/ports';
import { removePostgres, startPostgres, type Postgres } from '../../../local/servers/postgres';
import { send } from '../../../local/servers/processes';
import { migrate } from '../../../register/migrate';
import { asAdmin } from '../databases';

/** A PostgreSQL server of one test file's own, which goes away and comes back as the test says. */
export type OwnPostgres = {
  /** A migrated, empty register on it. */
  readonly database: { readonly url: string; readonly drop: () => Promise<void> };
  readonly goesAway: () => Promise<void>;
  readonly comesBack: () => Promise<void>;
  /** Stops answering without closing anything, as when its machine hangs. */
  readonly freezes: () => Promise<void>;
  readonly thaws: () => void;
};

/** Starts the server; dropping its database removes it and its folder. */
export async function startOwnPostgres(): Promise<OwnPostgres> {
  const dataDir = mkdtempSync(path.join(os.tmpdir(), `etablering-test-${process.pid}-`));
  const [port = 0] = await freePorts(1);
  const start = () => startPostgres({ dataDir, port, detached: false, settings: ['fsync=off'] });
  let server: Postgres = await start();
  let frozen: readonly number[] = [];
  const url = server.databaseUrl('register');
  await asAdmin(server.databaseUrl('postgres'), 'create database register');
  await migrate(url);
  return {
    database: {
      url,
      async drop() {
        await server.stop();
        await removePostgres(dataDir);
      },
    },
    goesAway: () => server.stop(),
    async comesBack() {
      server = await start();
    },
    async freezes() {
      frozen = [server.pid, ...(await backendsOf(server))];
      for (const pid of frozen) send(pid, 'SIGSTOP');
    },
    thaws() {
      for (const pid of frozen) send(pid, 'SIGCONT');
    },
  };
}

/** Each connection has a process of its own, which goes on while the server alone is stopped. */
async function backendsOf(server: Postgres): Promise<number[]> {
  const client = new Client({ connectionString: server.databaseUrl('postgres') });
  await client.connect();
  const { rows } = await client.query<{ pid: number }>('select pid from pg_stat_activity');
  await client.end();
  return rows.map(({ pid }) => pid);
}
