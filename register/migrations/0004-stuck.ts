import { type Kysely, sql } from 'kysely';

const TABLES = `
-- Days, the last one not included, on which a case is stuck in one way: written ahead, compared with a day when asked.
create table stuck_spans (
  case_id uuid not null references cases (id),
  from_date date not null,
  to_date date,
  since date not null,
  root_step text,
  root_agency text,
  kommun text,
  kinds text[] not null,
  behind text[] not null,
  behind_count smallint not null,
  reasons jsonb not null,
  primary key (case_id, from_date)
);
create index stuck_spans_count on stuck_spans (from_date)
  include (to_date, since, root_step, root_agency, kommun, kinds, behind_count);
create index stuck_spans_oldest on stuck_spans (since, case_id);
create index stuck_spans_oldest_kommun on stuck_spans (kommun, since, case_id);
create index stuck_spans_oldest_step on stuck_spans (root_step, since, case_id);
create index stuck_spans_oldest_agency on stuck_spans (root_agency, since, case_id);

alter table cases add column technical_since timestamptz;
update cases set technical_since = assessed_at where technical is not null;
create index cases_technical on cases (technical_since) where technical is not null;

-- What the engine itself tells of a case that does not get on.
create table engine_trouble (
  case_id uuid not null references cases (id),
  kind text not null check (kind in ('handOverFailing', 'workflowTaskFailing', 'workflowMissing')),
  step_id text not null default '',
  since timestamptz not null,
  attempts int,
  code text,
  primary key (case_id, kind, step_id)
);

create view case_trouble as
  select id as case_id, technical ->> 'kind' as kind,
    case when technical ->> 'kind' = 'misfit' then technical ->> 'detail' end as step_id,
    technical_since as since, null::int as attempts, null::text as code
  from cases where technical is not null and state = 'open'
  union all
  select case_id, 'unconfirmed', null, min(received_at), count(*)::int, null
  from messages where state = 'received' and case_id is not null and received_at < now() - interval '5 minutes'
  group by case_id
  union all
  select case_id, kind, nullif(step_id, ''), since, attempts, code from engine_trouble
  where exists (select 1 from cases where id = case_id and state = 'open')
    and (kind <> 'handOverFailing' or exists (select 1 from case_steps s
      where s.case_id = engine_trouble.case_id and s.step_id = engine_trouble.step_id and s.status_kind = 'open'));
`;

/** Which cases are stuck on which days, and which do not get on for technical reasons. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw(TABLES).execute(db);
}
