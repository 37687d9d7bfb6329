import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { type CompiledQuery, Kysely, PostgresDialect } from 'kysely';
import { Pool } from 'pg';
import { startPostgres } from '../../local/servers/postgres';
import { freePorts } from '../../local/servers/ports';
import { createDatabase } from '../../register/database';
import { migrate } from '../../register/migrate';
import type { RegisterSchema } from '../../register/schema';
import { type ApiAlone, startApi } from '../api-alone';
import { ask, type Target } from '../ask';
import { timed, type Times } from './clock';
import { fillRegister } from './fill';
import { LISTS, type MeasuredList } from './lists';

const ROUNDS = 200;
const CLIENTS = [1, 16];

/**
 * Prints how long each list takes through the API and by the same SQL sent by hand, at 1 and at 16 clients, on a
 * register of `--cases` cases. With `--data` the register stays in that folder for another run.
 */
export async function printListTimes(args: readonly string[]): Promise<void> {
  const options = { cases: { type: 'string', default: '45000' }, data: { type: 'string' } } as const;
  const { values } = parseArgs({ args: [...args], options });
  const cases = Number(values.cases);
  const dataDir = path.resolve(values.data ?? mkdtempSync(path.join(os.tmpdir(), 'etablering-bench-')));
  const [port = 0] = await freePorts(1);
  const settings = [
    'shared_buffers=2GB',
    'effective_cache_size=12GB',
    'maintenance_work_mem=1GB',
    'max_wal_size=8GB',
  ];
  const postgres = await startPostgres({ dataDir, port, detached: false, settings });
  try {
    const url = postgres.databaseUrl('postgres');
    await prepare(url, cases);
    const api = await startApi(url, dataDir);
    try {
      await measureAll(url, api);
    } finally {
      await api.stop();
    }
  } finally {
    await postgres.stop();
    if (!values.data) rmSync(dataDir, { recursive: true, force: true });
  }
}

async function prepare(url: string, cases: number): Promise<void> {
  await migrate(url);
  const register = createDatabase(url);
  const count = register.selectFrom('cases').select((eb) => eb.fn.countAll<string>().as('count'));
  const present = Number((await count.executeTakeFirstOrThrow()).count);
  if (present === 0) await fillRegister(register, cases, say);
  else if (present !== cases)
    throw new Error(`the register in this folder has ${present} cases, not ${cases}`);
  await register.destroy();
}

async function measureAll(url: string, { target }: ApiAlone): Promise<void> {
  say(
    `machine: ${os.cpus().length} cores, ${Math.round(os.totalmem() / 2 ** 30)} GB, Node ${process.version}`,
  );
  say('list                          clients   API p50   API p95   SQL p50   SQL p95   (ms)');
  const pool = new Pool({ connectionString: url, max: Math.max(...CLIENTS) });
  try {
    for (const list of LISTS) await measure(list, { url, pool, target });
  } finally {
    await pool.end();
  }
}

type Measured = { readonly url: string; readonly pool: Pool; readonly target: Target };

async function measure(list: MeasuredList, { url, pool, target }: Measured): Promise<void> {
  const query = await queryOf(list, url);
  const byItself = async () => void (await pool.query(query.sql, [...query.parameters]));
  for (const clients of CLIENTS) {
    const byHand = await timed(byItself, ROUNDS, clients);
    const throughApi = await timed(() => get(target, list), ROUNDS, clients);
    say(row(list.name, clients, throughApi, byHand));
  }
}

/** Rejects unless the answer is 200. */
async function get(target: Target, { identity, path: wanted }: MeasuredList): Promise<void> {
  const answer = await ask(target, identity, `/api/v1${wanted}`);
  if (answer.status !== 200) throw new Error(`${wanted} answered ${answer.status}: ${await answer.text()}`);
  await answer.arrayBuffer();
}

/** The SQL that the list sends, as its own code writes it. */
async function queryOf(list: MeasuredList, url: string): Promise<CompiledQuery> {
  const queries: CompiledQuery[] = [];
  const dialect = new PostgresDialect({ pool: new Pool({ connectionString: url, max: 1 }) });
  const watched = new Kysely<RegisterSchema>({ dialect, log: ({ query }) => void queries.push(query) });
  await list.ask(watched);
  await watched.destroy();
  const [query] = queries;
  if (!query) throw new Error(`${list.name} sent no SQL`);
  return query;
}

function row(name: string, clients: number, api: Times, sql: Times): string {
  const numbers = [api.p50, api.p95, sql.p50, sql.p95].map((each) => each.toFixed(1).padStart(9)).join(' ');
  return `${name.padEnd(30)} ${String(clients).padStart(6)} ${numbers}`;
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}
