import { type Kysely, sql } from 'kysely';

/**
 * What messages to a case are judged by, as the last assessment returned it to the workflow. An open case has none until
 * it is next assessed, which every new version of the rules makes all of them be; until then it is not ready to be
 * judged here. A closed one is never assessed again, and takes nothing.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table cases add column digest jsonb`.execute(db);
  await sql`update cases set digest = '{"open": [], "blocked": [], "paused": [], "done": [], "retract": [],
    "errands": [], "finished": true}' where state = 'closed'`.execute(db);
}
