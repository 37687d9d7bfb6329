import { type Kysely, sql } from 'kysely';

const TABLES = `
create table messages (
  id uuid primary key,
  case_id uuid,
  kind text not null,
  via text not null check (via in ('update', 'signal', 'start', 'register')),
  caller text not null,
  body_hash text not null,
  body jsonb not null,
  message jsonb,
  state text not null check (state in ('received', 'confirmed', 'refused')),
  -- json and not jsonb: a repeat gets the very bytes that the first request got
  response json,
  -- why its case refused it, where nobody waited for the answer: code and step
  refusal jsonb,
  received_at timestamptz not null default now(),
  sent_at timestamptz,
  settled_at timestamptz
);
create index messages_received on messages (received_at) where state = 'received';
create index messages_case on messages (case_id);

create table persons (
  id uuid primary key,
  given_name text not null,
  family_name text not null,
  created_at timestamptz not null default now()
);

create table identifiers (
  id bigint generated always as identity primary key,
  person_id uuid not null references persons (id),
  type text not null check (type in ('dossiernummer', 'personnummer', 'samordningsnummer')),
  value text not null,
  level text check (level in ('styrkt', 'sannolik', 'osaker')),
  valid_from date,
  valid_to date,
  message_id uuid not null
);
create index identifiers_value on identifiers (type, value);
create index identifiers_person on identifiers (person_id);

create table households (id uuid primary key, created_at timestamptz not null default now());

create table members (
  household_id uuid not null references households (id),
  person_id uuid not null references persons (id),
  role text not null check (role in ('adult', 'child')),
  relation text,
  position int not null,
  primary key (household_id, person_id)
);

create table facts (
  id bigint generated always as identity primary key,
  person_id uuid references persons (id),
  household_id uuid references households (id),
  kind text not null,
  value jsonb not null,
  valid_from date not null,
  source text not null,
  message_id uuid not null,
  recorded_at timestamptz not null default now(),
  withdrawn_by uuid,
  check ((person_id is null) <> (household_id is null))
);
create index facts_person on facts (person_id) where person_id is not null;
create index facts_household on facts (household_id) where household_id is not null;
create index facts_message on facts (message_id);

create table cases (
  id uuid primary key,
  person_id uuid not null references persons (id),
  household_id uuid not null references households (id),
  opened_on date not null,
  state text not null check (state in ('open', 'closed')),
  closed_on date,
  revision int not null,
  register_version int not null default 0,
  run_id text,
  rules_version text not null,
  milestone text,
  milestones jsonb not null,
  main_responsibility text not null,
  kommun text,
  technical jsonb,
  next_wake_at timestamptz,
  finish_on date,
  next jsonb not null,
  assessed_at timestamptz not null
);
create index cases_household on cases (household_id);
create index cases_person on cases (person_id);
create index cases_opened on cases (opened_on, id);

create table case_steps (
  case_id uuid not null references cases (id),
  step_id text not null,
  position int not null,
  agency text not null,
  kind text not null,
  law text not null,
  status jsonb not null,
  status_kind text not null,
  waiting_for text,
  since date,
  due_date date,
  due_kind text,
  dues jsonb not null,
  allowed text[] not null,
  filing int not null,
  record jsonb not null,
  primary key (case_id, step_id)
);
create index case_steps_open on case_steps (step_id, status_kind, waiting_for, due_date);

create table answers (
  case_id uuid not null references cases (id),
  step_id text not null,
  filing int not null,
  message_id uuid not null,
  outcome text not null,
  on_date date not null,
  served_on date,
  fields jsonb not null,
  note text,
  recorded_at timestamptz not null default now(),
  primary key (message_id, case_id, step_id)
);
create index answers_case on answers (case_id, step_id);

create table receipts (
  key text primary key,
  case_id uuid not null references cases (id),
  step_id text not null,
  filing int not null,
  agency text not null,
  id uuid not null unique,
  agency_reference text not null,
  answer jsonb not null,
  at timestamptz not null default now()
);

create table ledger (
  id bigint generated always as identity primary key,
  case_id uuid references cases (id),
  event_key text unique,
  message_id uuid,
  kind text not null,
  actor text not null,
  at timestamptz not null default now(),
  case_time timestamptz,
  content bytea not null,
  prev_hash bytea,
  hash bytea not null
);
create index ledger_case on ledger (case_id, id);

create table case_keys (
  case_id uuid primary key references cases (id),
  key_id text not null unique,
  key bytea not null,
  created_at timestamptz not null default now(),
  destroyed_at timestamptz
);
`;

/** The register from the first case: messages, people, cases, the ledger and the keys. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw(TABLES).execute(db);
}
