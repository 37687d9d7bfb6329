import { type Kysely, sql } from 'kysely';

const TABLES = `
create table subscriptions (
  id uuid primary key,
  owner text not null,
  name text not null,
  condition jsonb not null,
  deliver jsonb not null,
  -- what its webhooks are signed with: a symmetric secret has to be at hand
  webhook_secret text,
  state text not null default 'under' check (state in ('under', 'over')),
  -- grows with each change of the state; with the id it names the event
  sequence int not null default 0,
  cases int,
  changed_at timestamptz,
  looked_at timestamptz,
  created_at timestamptz not null default now()
);
create index subscriptions_owner on subscriptions (owner, created_at);

create table deliveries (
  id bigint generated always as identity primary key,
  subscription_id uuid not null references subscriptions (id) on delete cascade,
  event_key text not null,
  -- which of the subscription's ways to be told, from 0
  position int not null,
  channel jsonb not null,
  event jsonb not null,
  state text not null default 'waiting' check (state in ('waiting', 'delivered', 'givenUp')),
  attempts int not null default 0,
  next_at timestamptz not null,
  last_code text,
  created_at timestamptz not null,
  settled_at timestamptz,
  unique (event_key, position)
);
create index deliveries_next on deliveries (next_at) where state = 'waiting';
create index deliveries_subscription on deliveries (subscription_id, id);

-- Whoever is not known to be unprotected is protected; few enough to be left out of a count by one small index.
create index cases_protected on cases (id) where coalesce(protection ->> 'queue', 'protected') = 'protected';

create table calendars (
  owner text primary key,
  -- SHA-256 of the secret in the address; the secret itself is nowhere
  secret_hash bytea not null unique,
  created_at timestamptz not null,
  -- what was shown last: the ledger tells of it when it changes
  shown_tag text
);
`;

/** What managers ask to be told of, what is on its way to them, and the calendars that colleagues read elsewhere. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw(TABLES).execute(db);
}
