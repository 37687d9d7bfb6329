import { type Kysely, sql } from 'kysely';

const TABLES = `
create table bulk_actions (
  id uuid primary key,
  action jsonb not null,
  selection jsonb not null,
  reason text not null,
  previewed_by text not null,
  -- where whoever previewed it worked: others see it whose area holds this one
  area jsonb not null,
  state text not null default 'previewed' check (state in ('previewed', 'running', 'stopping', 'done')),
  selected int not null,
  accepted int not null,
  previewed_at timestamptz not null default now(),
  expires_at timestamptz not null,
  started_at timestamptz,
  stopped_by text,
  ended_at timestamptz
);
create index bulk_actions_previewer on bulk_actions (previewed_by, previewed_at);
create index bulk_actions_under_way on bulk_actions (started_at) where state in ('running', 'stopping');

-- One row for each case of an action. The case may be one that is not there: its id is what the caller wrote.
create table bulk_items (
  bulk_id uuid not null references bulk_actions (id) on delete cascade,
  position int not null,
  case_id uuid not null,
  changes jsonb not null,
  left_out jsonb not null,
  revision int not null,
  register_version int not null,
  state text not null check (state in ('pending', 'done', 'refused', 'failed', 'skipped')),
  reason text,
  rule text,
  law text,
  message_id uuid,
  begun_at timestamptz,
  -- how often it failed by a fault of ours
  faults int not null default 0,
  settled_at timestamptz,
  primary key (bulk_id, position),
  unique (bulk_id, case_id)
);
create index bulk_items_pending on bulk_items (bulk_id, position) where state = 'pending';

-- When the next case of any action may begin: all workers together keep one rate.
create table bulk_pace (only_row boolean primary key default true check (only_row), next_at timestamptz not null);
insert into bulk_pace (next_at) values (now());

-- A case that did not answer in time may answer after all: the relay has settled its message then.
create view bulk_results as
  select i.bulk_id, i.position, i.case_id, i.changes, i.left_out, i.rule, i.law, i.message_id, i.settled_at,
    case when i.state = 'failed' then coalesce(l.state, 'failed') else i.state end as state,
    case when l.state = 'done' then null when l.state = 'refused' then coalesce(l.code, 'notOpen') else i.reason end as reason
  from bulk_items i left join lateral (
    select case m.state when 'confirmed' then 'done' else m.state end as state, m.refusal ->> 'code' as code
    from messages m where i.state = 'failed' and m.id = i.message_id and m.state <> 'received') l on true;
`;

/** Actions on many cases: what was previewed for each case, and what came of it. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw(TABLES).execute(db);
}
