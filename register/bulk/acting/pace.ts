import { sql } from 'kysely';
import type { Register } from '../../database';

/**
 * Takes the next places in the one row of all actions on many cases, so many as are to begin at this rate. Gives how
 * long it is until the first of them, in milliseconds, by the database's clock: however many workers and actions there
 * are, no more begin in a second.
 */
export async function takePlaces(register: Register, count: number, perSecond: number): Promise<number> {
  const seconds = count / perSecond;
  const { rows } = await sql<{ wait: number }>`
    update bulk_pace set next_at = greatest(next_at, clock_timestamp()) + make_interval(secs => ${seconds}::float8)
    returning extract(epoch from (next_at - clock_timestamp()))::float8 * 1000 as wait`.execute(register);
  return Math.max((rows[0]?.wait ?? 0) - seconds * 1000, 0);
}
