import { type Kysely, sql } from 'kysely';

const ABSENCES = `
create extension if not exists btree_gist;

create table absences (
  id uuid primary key,
  subject text not null,
  substitute text not null,
  from_date date not null,
  to_date date not null,
  created_by text not null,
  created_at timestamptz not null default now(),
  -- by somebody, before its last day
  ended_by text,
  ended_at timestamptz,
  -- all that came by it has gone back, or on
  settled_at timestamptz,
  check (from_date <= to_date),
  check (subject <> substitute),
  constraint absences_one_at_a_time exclude using gist
    (subject with =, daterange(from_date, to_date, '[]') with &&) where (ended_at is null)
);
create index absences_substitute on absences (substitute, from_date);
create index absences_order on absences (from_date, id);
create index absences_unsettled on absences (from_date) where settled_at is null;

-- steps that a substitute has on behalf of somebody, until closed_at
create table absence_steps (
  id bigint generated always as identity primary key,
  absence_id uuid not null references absences (id),
  case_id uuid not null references cases (id),
  step_id text not null,
  at timestamptz not null,
  closed_at timestamptz
);
create unique index absence_steps_open on absence_steps (case_id, step_id) where closed_at is null;
create index absence_steps_absence on absence_steps (absence_id) where closed_at is null;

create index case_steps_assignee_paused on case_steps (assignee)
  where status_kind = 'paused' and assignee is not null;
`;

const PROPOSALS = `
create table proposals (
  id uuid primary key,
  case_id uuid not null references cases (id),
  agency text not null,
  proposed_by text not null,
  at timestamptz not null default now(),
  revision int not null,
  items jsonb not null,
  state text not null default 'proposed'
    check (state in ('proposed', 'approving', 'approved', 'rejected', 'overtaken')),
  decided_by text,
  decided_at timestamptz,
  -- of a rejection its reason, of an approval a note
  words text,
  -- the completion that the approval sends
  message_id uuid unique,
  check (state <> 'approved' or decided_by <> proposed_by)
);
create index proposals_order on proposals (at, id);
create index proposals_agency on proposals (agency, at, id) where state = 'proposed';
create index proposals_by on proposals (proposed_by, at, id);

create table proposal_steps (
  proposal_id uuid not null references proposals (id),
  case_id uuid not null references cases (id),
  step_id text not null,
  filing int not null,
  outcome text not null,
  primary key (proposal_id, step_id)
);
create index proposal_steps_step on proposal_steps (case_id, step_id);
`;

/** Who stands in for whom on which days and what came by it; completions that wait for a second person. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw(ABSENCES).execute(db);
  await sql.raw(PROPOSALS).execute(db);
}
