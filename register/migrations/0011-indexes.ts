import { type Kysely, sql } from 'kysely';

const INDEXES = `
-- One index of whose a step under way is; open and resting steps had one each, resting ones even two.
drop index if exists case_steps_assignee, case_steps_resting, case_steps_assignee_paused;
create index case_steps_assignee on case_steps (assignee)
  where status_kind in ('open', 'paused') and assignee is not null;

-- A root is asked for with all its occurrences.
drop index stuck_spans_oldest_step;
create index stuck_spans_oldest_step on stuck_spans (split_part(root_step, ':', 1), since, case_id);

-- The list of cases of one kommun: without it all cases are walked through in order of their opening.
create index cases_kommun on cases (kommun, opened_on, id);

-- Whether a case has a step under way of which something holds: asked of case after case in the order of a list.
create index case_steps_under_way on case_steps (case_id) include (step_id, agency, waiting_for, since, due_date)
  where status_kind = 'open';

-- Cases that other rules have planned: none of a million, most of the time.
create index cases_rules on cases (rules_version, id) where state = 'open';
`;

/** Indexes for questions that would read every step or every case. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw(INDEXES).execute(db);
}
