import { sql } from 'kysely';
import type { Register } from '../../database';
import type { WaitsBecause } from '../tables';

/** Age in seconds from which messages count as queued. */
const QUEUED_AFTER = 5;
const MOST_QUEUED = 20;
/** Maximum number of opened cases that the engine has not begun to plan. */
const MOST_NOT_BEGUN = 25;
/** Minutes after which a case that has not begun is not due to the engine's speed. */
const NOT_BEGUN_FOR = 10;
/** Limit in ms for the 95th percentile of the response time of the last minute. */
const SLOW_ANSWER = 500;

/**
 * Returns why no more cases should be opened now, undefined when they may: messages are queued, the engine has not
 * begun the opened cases, or people wait for responses. Each query reads an index of unfinished rows.
 */
export async function strain(register: Register): Promise<WaitsBecause | undefined> {
  const { rows } = await sql<{ queued: string; notBegun: string; slow: boolean | null }>`
    select
      (select count(*) from messages where state = 'received'
        and received_at < now() - make_interval(secs => ${QUEUED_AFTER})) as queued,
      (select count(*) from cases where run_id is null and state = 'open'
        and assessed_at > now() - make_interval(mins => ${NOT_BEGUN_FOR})) as "notBegun",
      (select percentile_cont(0.95) within group (order by coalesce(settled_at, now()) - received_at)
          > make_interval(secs => ${SLOW_ANSWER / 1_000})
        from messages where via = 'update' and received_at > now() - interval '1 minute') as slow`.execute(
    register,
  );
  const [{ queued, notBegun, slow } = { queued: 0, notBegun: 0, slow: false }] = rows;
  if (Number(queued) > MOST_QUEUED) return 'messagesWait';
  if (Number(notBegun) > MOST_NOT_BEGUN) return 'engineBehind';
  return slow ? 'answersSlow' : undefined;
}
