import { sql } from 'kysely';
import type { Logger } from '../platform/logger';
import { createDatabase } from './database';

/** Which work that is done once in an installation is this process's. Whoever creates it ends it by `close()`. */
export type Turns = {
  /**
   * Whether the work of this name is ours from now on: yes, unless another process has it. Asked before every round, since
   * a lost connection gives up everything that was ours. Rejects while the database is away.
   */
  readonly has: (name: string) => Promise<boolean>;
  /** Gives everything back. */
  readonly close: () => Promise<void>;
};

/**
 * Turns by PostgreSQL's advisory locks, all on one connection of their own: they are gone when that is, so another process
 * takes the place of one that died, and they take none of the connections that the cases need.
 */
export function createTurns(databaseUrl: string, logger?: Logger): Turns {
  const database = createDatabase(databaseUrl, logger, { connections: 1, closesIdle: false });
  return {
    async has(name) {
      // Whoever has the lock gets it again: asking is how a connection that was lost is noticed.
      // Locks of two keys are other ones than those of one key, which changes of the register take under like names.
      const asked = sql<{
        mine: boolean;
      }>`select pg_try_advisory_lock(hashtext('turn'), hashtext(${name})) as mine`;
      const { rows } = await asked.execute(database);
      return rows[0]?.mine === true;
    },
    close: () => database.destroy(),
  };
}
