import { type Kysely, sql } from 'kysely';

const TABLES = `
create table case_spans (
  case_id uuid primary key references cases (id),
  opened_on date not null,
  closed_on date,
  kommun text
);
create index case_spans_open on case_spans (kommun) where closed_on is null;

create table step_spans (
  case_id uuid not null references cases (id),
  step_id text not null,
  agency text not null,
  opened_on date not null,
  ended_on date check (ended_on >= opened_on),
  outcome text,
  kommun text,
  overdue_from date,
  primary key (case_id, step_id, opened_on)
);
create index step_spans_open on step_spans (agency, kommun, case_id) include (opened_on, overdue_from)
  where ended_on is null;

create table work_counts (
  measure text not null,
  step text,
  kommun text,
  period date not null,
  days int,
  recorded_on date,
  change int not null
);
-- with every column that a question reads: a number's rows are spread over the whole table
create index work_counts_place on work_counts (measure, step, kommun, period) include (days, recorded_on, change);
create index work_counts_recorded on work_counts (recorded_on) where recorded_on is not null;
create unique index work_counts_merged on work_counts (measure, step, kommun, period, days) nulls not distinct
  where recorded_on is null;

create table daily_counts (
  day date not null,
  measure text not null,
  kommun text,
  agency text,
  step text,
  value int not null,
  unique nulls not distinct (day, measure, kommun, agency, step)
);
-- with_stuck: who was stuck is known on the night itself only; a night made good later counts the rest
create table counted_days (
  day date primary key,
  counted_at timestamptz not null default now(),
  with_stuck boolean not null
);

-- whose a resting step is; for open ones worklists have an index
create index case_steps_resting on case_steps (assignee) where status_kind = 'paused' and assignee is not null;
`;

/** Cases that are there already, as far as their last plan tells; the next one of an open case puts it right. */
const FILL_SPANS = `
insert into case_spans
  select id, opened_on, closed_on, case when protection ->> 'queue' = 'ordinary' then kommun end from cases;

insert into step_spans
  select s.case_id, s.step_id, s.agency, o.opened_on,
    case
      when s.status_kind in ('open', 'paused') then null
      when s.status_kind in ('done', 'cancelled') then greatest((s.status ->> 'on')::date, o.opened_on)
      else greatest((c.assessed_at at time zone 'Europe/Stockholm')::date, o.opened_on)
    end,
    case when s.status_kind = 'done' then s.status ->> 'outcome' end,
    k.kommun,
    case when s.due_kind in ('duty', 'target') then s.due_date + 1 end
  from case_steps s
  join cases c on c.id = s.case_id
  join case_spans k on k.case_id = s.case_id
  cross join lateral (
    select greatest((s.record ->> 'openedOn')::date, (s.record -> 'reopenings' -> -1 ->> 'on')::date,
      (select max((r ->> 'on')::date) from jsonb_array_elements(s.record -> 'resubmissions') r
        where not r ? 'messageId')) as opened_on
  ) o
  where s.record ? 'openedOn';
`;

/** The same as changes of the counts, recorded long ago. */
const FILL_COUNTS = `
insert into work_counts
  with step as (
    select split_part(step_id, ':', 1) as step, kommun, opened_on, ended_on, outcome from step_spans
  ), counted as (
    select 'stepsOpened' as measure, step, kommun, date_trunc('week', opened_on::timestamp)::date as period, null::int as days
      from step
    union all select 'open', step, kommun, opened_on, null from step where ended_on is null
    union all select case when outcome is null then 'stopped' else 'done' end, step, kommun,
      date_trunc('month', opened_on::timestamp)::date, ended_on - opened_on from step where ended_on is not null
    union all select case when outcome is null then 'stepsStopped' else 'stepsEnded' end, step, kommun,
      date_trunc('week', ended_on::timestamp)::date, null from step where ended_on is not null
    union all select 'casesOpened', null, kommun, date_trunc('week', opened_on::timestamp)::date, null from case_spans
    union all select 'casesClosed', null, kommun, date_trunc('week', closed_on::timestamp)::date, null
      from case_spans where closed_on is not null
  )
  select measure, step, place, period, days, null::date, count(*)
  from counted cross join lateral (values ('00'), (kommun)) as places (place)
  group by measure, step, place, period, days;
`;

/** What statistics are told from: waits, counts kept as changes, and the counts of each night. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statements of [TABLES, FILL_SPANS, FILL_COUNTS]) await sql.raw(statements).execute(db);
}
