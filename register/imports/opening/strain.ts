import { sql } from 'kysely';
import type { Register } from '../../database';
import type { WaitsBecause } from '../tables';

/** Messages that the relay has had for longer than this, in seconds, are a queue. */
const QUEUED_AFTER = 5;
const MOST_QUEUED = 20;
/** Cases opened that the engine has not begun to plan. */
const MOST_NOT_BEGUN = 25;
/** A case that has not begun after so many minutes waits for something else than the engine's speed. */
const NOT_BEGUN_FOR = 10;
/** What a person's answer may take, in milliseconds, for 19 of 20 of the last minute's. */
const SLOW_ANSWER = 500;

/**
 * Why no more cases should be opened just now, if anything: messages wait for the relay, the engine has not begun the
 * cases that are there, or people wait for their answers. Each question is answered from an index of what is unfinished.
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
