import { Client } from 'pg';
import type { Config } from '../../platform/config/config';
import { AGENCY_SYSTEMS } from '../../platform/config/settings/agencies';
import { isFree } from '../servers/ports';
import { StartFailed } from '../servers/server';

const OLDEST_POSTGRES = 17;

/** What runs on this machine, for the ports that it needs. */
export type Needs = {
  readonly postgres: boolean;
  readonly temporal: boolean;
  readonly oidc: boolean;
  readonly mail: boolean;
  readonly agencies: boolean;
  readonly api: boolean;
};

/** Throws `StartFailed` naming every port that another process listens on, with its setting. */
export async function requirePorts(config: Config, needs: Needs): Promise<void> {
  const { api, postgres, temporal, temporalUi, oidc, mailCatcher, agencies } = config;
  const simulators = AGENCY_SYSTEMS.map((_, place) => agencies.port + place);
  const wanted: readonly (readonly [boolean, string, number])[] = [
    [needs.api, 'API_PORT', api.port],
    [needs.postgres, 'POSTGRES_PORT', postgres.port],
    [needs.temporal, 'TEMPORAL_PORT', temporal.port],
    [needs.temporal, 'TEMPORAL_UI_PORT', temporalUi.port],
    [needs.oidc, 'OIDC_PORT', oidc.port],
    [needs.mail, 'MAIL_SMTP_PORT', mailCatcher.smtpPort],
    [needs.mail, 'MAIL_UI_PORT', mailCatcher.uiPort],
    ...simulators.map((port) => [needs.agencies, 'AGENCIES_PORT', port] as const),
  ];
  const needed = wanted.filter(([isNeeded]) => isNeeded);
  const twice = needed.find(
    ([, , port], index) => needed.findIndex(([, , other]) => other === port) !== index,
  );
  if (twice)
    throw new StartFailed(`port ${twice[2]} is wanted twice, once by ${twice[1]}: give each part its own`);
  const free = await Promise.all(needed.map(([, , port]) => isFree(port)));
  const taken = needed.filter((_, index) => !free[index]);
  if (taken.length === 0) return;
  throw new StartFailed(taken.map(([, setting, port]) => `port ${port} (${setting}) is taken`).join('\n'));
}

/** Throws `StartFailed` unless a PostgreSQL that is new enough answers at `DATABASE_URL`. */
export async function requireDatabase(databaseUrl: string): Promise<void> {
  const version = await serverVersion(databaseUrl);
  if (version >= OLDEST_POSTGRES) return;
  throw new StartFailed(`DATABASE_URL is PostgreSQL ${version}: ${OLDEST_POSTGRES} or later is needed`);
}

async function serverVersion(databaseUrl: string): Promise<number> {
  const client = new Client({ connectionString: databaseUrl, connectionTimeoutMillis: 5000 });
  try {
    await client.connect();
    const { rows } = await client.query<{ version: number }>(
      "select current_setting('server_version_num')::int / 10000 as version",
    );
    return rows[0]?.version ?? 0;
  } catch (error) {
    const { hostname, port, pathname } = new URL(databaseUrl);
    const where = `${hostname}:${port || '5432'}${pathname}`;
    throw new StartFailed(`no database answers at ${where} (DATABASE_URL): ${reason(error)}`);
  } finally {
    await client.end().catch(() => undefined);
  }
}

/** Of a host with several addresses, the first address's failure. */
function reason(error: unknown): string {
  const first: unknown = error instanceof AggregateError ? error.errors[0] : error;
  return first instanceof Error ? first.message : String(first);
}

/** Creates a database of our own server where there is none of that name. */
export async function createDatabaseIfMissing(adminUrl: string, name: string): Promise<void> {
  const client = new Client({ connectionString: adminUrl });
  await client.connect();
  try {
    const { rowCount } = await client.query('select 1 from pg_database where datname = $1', [name]);
    if (!rowCount) await client.query(`create database ${client.escapeIdentifier(name)}`);
  } finally {
    await client.end();
  }
}
