import { type Kysely, sql } from 'kysely';

const COLUMNS = `
alter table cases add column gap jsonb, add column representative jsonb, add column protection jsonb;
alter table case_steps add column unit text;
`;

/** What a plan says besides since the whole catalogue: the unit that handles a step, the gap in income, protection, who acts for a minor. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw(COLUMNS).execute(db);
}
