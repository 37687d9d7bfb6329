import { type Kysely, sql } from 'kysely';

const COLUMNS = `
alter table case_steps
  add column kommun text,
  add column assignee text,
  add column assigned_at timestamptz,
  add column released_on date,
  add column loss_on date;
update case_steps set kommun = cases.kommun from cases where cases.id = case_steps.case_id;

-- A queue is one agency's, in one kommun or everywhere; each order that it can be read in has its index.
create index case_steps_queue_due on case_steps
  (agency, coalesce(due_date, 'infinity'), case_id, step_id) where status_kind = 'open';
create index case_steps_queue_waiting on case_steps
  (agency, since, case_id, step_id) where status_kind = 'open';
create index case_steps_queue_priority on case_steps
  (agency, coalesce(loss_on, 'infinity'), coalesce(due_date, 'infinity'), case_id, step_id) where status_kind = 'open';
create index case_steps_kommun_due on case_steps
  (agency, kommun, coalesce(due_date, 'infinity'), case_id, step_id) where status_kind = 'open';
create index case_steps_kommun_waiting on case_steps
  (agency, kommun, since, case_id, step_id) where status_kind = 'open';
create index case_steps_kommun_priority on case_steps
  (agency, kommun, coalesce(loss_on, 'infinity'), coalesce(due_date, 'infinity'), case_id, step_id)
  where status_kind = 'open';
create index case_steps_assignee on case_steps (assignee) where status_kind = 'open' and assignee is not null;
`;

const TABLES = `
create table colleagues (
  subject text primary key,
  name text,
  email text,
  role text not null,
  agency text,
  area jsonb not null,
  seen_at timestamptz not null
);
create index colleagues_agency on colleagues (agency);

create table notes (
  id uuid primary key,
  case_id uuid not null references cases (id),
  step_id text,
  author text not null,
  body text not null,
  mentions text[] not null,
  at timestamptz not null default now()
);
create index notes_case on notes (case_id, at);

create table follow_ups (
  owner text not null,
  case_id uuid not null references cases (id),
  step_id text not null,
  on_date date not null,
  primary key (owner, case_id, step_id)
);
create index follow_ups_day on follow_ups (owner, on_date);

create table saved_views (
  id uuid primary key,
  owner text not null,
  team text,
  name text not null,
  query jsonb not null,
  created_at timestamptz not null default now(),
  unique (owner, name)
);
create index saved_views_team on saved_views (team) where team is not null;

-- the newest ledger row of a case that a colleague has seen
create table seen_cases (
  subject text not null,
  case_id uuid not null references cases (id),
  ledger_id bigint not null,
  primary key (subject, case_id)
);

create table inbox (
  id bigint generated always as identity primary key,
  recipient text not null,
  event_key text not null,
  kind text not null,
  case_id uuid references cases (id),
  step_id text,
  content jsonb not null,
  at timestamptz not null default now(),
  read_at timestamptz,
  unique (recipient, event_key)
);
create index inbox_recipient on inbox (recipient, id);
`;

/** What colleagues do with open steps: whose they are, notes, follow-up days, saved views, what is unread, the inbox. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw(COLUMNS).execute(db);
  await sql.raw(TABLES).execute(db);
}
