import { Kysely, PostgresDialect } from 'kysely';
import { Pool, types } from 'pg';
import { createLogger } from '../platform/logger';
import type { Logger } from '../platform/logger';
import type { RegisterSchema } from './schema';

export type Register = Kysely<RegisterSchema>;

const DATE = 1082;
const BIGINT = 20;

/**
 * At most this many connections per process: API and worker together stay far under PostgreSQL's usual 100, and ten
 * are more than the two or three transactions that one event loop keeps busy at a time.
 */
const POOL_SIZE = 10;

/**
 * Pool options: maximum number of connections, whether idle ones are closed after ten seconds, and how long a query waits
 * for a free one, in milliseconds (5 s when not set).
 */
type PoolOptions = {
  readonly connections?: number;
  readonly closesIdle?: boolean;
  readonly freeWithin?: number;
};

/**
 * Returns the register over a connection pool. Days are `YYYY-MM-DD`, bigint is text, moments are `Date`. The caller
 * ends it by `destroy()`.
 */
export function createDatabase(
  url: string,
  logger: Logger = createLogger('register', 'warn'),
  { connections = POOL_SIZE, closesIdle = true, freeWithin = 5_000 }: PoolOptions = {},
): Register {
  const pool = new Pool({
    connectionString: url,
    max: connections,
    ...(closesIdle ? {} : { idleTimeoutMillis: 0 }),
    connectionTimeoutMillis: freeWithin,
    types: { getTypeParser },
  });
  // `transaction_timeout` ends the connection itself (25P04); without a listener that would end the process. The pool
  // tells of its idle connections only, each connection of itself also while a transaction holds it.
  const lost = (error: Error & { code?: string }): void => {
    logger.warn({ code: error.code, reason: error.message }, 'a connection to the register was lost');
  };
  pool.on('error', lost);
  pool.on('connect', (client) => client.on('error', lost));
  return new Kysely<RegisterSchema>({ dialect: new PostgresDialect({ pool }) });
}

const getTypeParser: typeof types.getTypeParser = (oid: number, format?: 'text' | 'binary') => {
  if (oid === DATE || oid === BIGINT) return (value: string) => value;
  return types.getTypeParser(oid, format as 'text');
};
