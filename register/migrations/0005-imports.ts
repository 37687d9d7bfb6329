import { type Kysely, sql } from 'kysely';

const TABLES = `
-- Its daitch_mokotoff finds names that sound alike. A trusted extension: the owner of the database may create it.
create extension if not exists fuzzystrmatch;

create table person_names (
  person_id uuid primary key references persons (id) on delete cascade,
  -- of the folding of names: rows of an older one are made anew before an import compares
  folding int not null,
  whole text not null,
  parts text[] not null,
  -- the parts themselves and how they sound
  keys text[] not null
);
create index person_names_whole on person_names (whole);
create index facts_born on facts ((value ->> 'bornOn')) where kind = 'birth' and withdrawn_by is null;

create table imports (
  id uuid primary key,
  caller text not null,
  -- where whoever sent it works: 'national' or kommuner
  area jsonb not null,
  format text not null check (format in ('csv', 'jsonLines')),
  source text not null,
  validate_only boolean not null,
  state text not null check (state in ('receiving', 'checking', 'comparing', 'opening', 'ended')),
  is_stopped boolean not null default false,
  rows int not null default 0,
  waits_because text,
  received_at timestamptz not null default now(),
  compared_at timestamptz,
  ended_at timestamptz,
  -- how its rows ended, once they are gone
  outcomes jsonb
);
create index imports_at_work on imports (received_at) where state <> 'ended';

create table import_rows (
  import_id uuid not null references imports (id) on delete cascade,
  line int not null,
  state text not null check (state in ('received', 'waiting', 'candidate', 'invalid', 'duplicate', 'skipped', 'opened')),
  -- as it was sent, and what was read out of it; all of it is cleared when the row comes to its end
  content text,
  person jsonb,
  dossiernummer text,
  personnummer text,
  born_on text,
  whole text,
  parts text[],
  keys text[],
  kommuner text[],
  household_facts jsonb,
  household text,
  is_compared boolean not null default false,
  faults jsonb not null default '[]',
  case_id uuid references cases (id),
  decided_by text,
  settled_at timestamptz,
  primary key (import_id, line)
);
create index import_rows_household on import_rows (import_id, household);
create index import_rows_state on import_rows (import_id, state, line);
create index import_rows_born on import_rows (import_id, born_on) where born_on is not null;
create index import_rows_whole on import_rows (import_id, whole) where whole is not null;

create table import_candidates (
  id bigint generated always as identity primary key,
  import_id uuid not null,
  line int not null,
  -- the case or the other row that the row may be the same person as
  case_id uuid references cases (id),
  other_line int,
  birth_dates text not null,
  check ((case_id is null) <> (other_line is null)),
  unique nulls not distinct (import_id, line, case_id, other_line),
  foreign key (import_id, line) references import_rows (import_id, line) on delete cascade
);

-- What an import looks at before it opens more: answers under way and cases that the engine has not begun.
create index messages_updates on messages (received_at) where via = 'update';
create index cases_not_begun on cases (assessed_at) where run_id is null and state = 'open';
`;

/** Imports: files of people, their rows, who they may be; and how the names of the register's persons sound. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw(TABLES).execute(db);
}
