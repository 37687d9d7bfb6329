import { type RawBuilder, sql } from 'kysely';
import type { AgencyId, WaitingFor } from '../../domain/model/agency';
import type { CaseId, HouseholdId, KommunCode, StepId } from '../../domain/model/ids';
import type { PlainDate } from '../../domain/model/plain-date';
import type { Due } from '../../domain/model/plan';
import { onBehalfOf } from '../absences/stand-in';
import type { Register } from '../database';
import { standingProposal, type StandingProposal } from '../proposals/standing';

/** `due`: the most important date; `waiting`: open longest; `priority`: the nearest loss to the person. */
export type WorklistOrder = 'due' | 'waiting' | 'priority';

/** A queue: open steps of one agency, of residents of these kommuner; unset means everywhere. */
export type Queue = {
  readonly agency: AgencyId;
  readonly kommuner?: readonly KommunCode[];
  /** Subject of the reader, for unread entries and the reader's own follow-up days. */
  readonly reader: string;
};

export type WorklistFilters = {
  readonly step?: StepId;
  readonly waitingFor?: WaitingFor;
  /** Subject of the assignee; null for steps without one. */
  readonly assignee?: string | null;
  readonly dueBefore?: PlainDate;
  readonly followUpBefore?: PlainDate;
  readonly unread?: boolean;
};

/** A step in a queue. `place` is its position in the order, with which the next page is requested. */
export type WorkItem = {
  readonly caseId: CaseId;
  readonly stepId: StepId;
  readonly householdId: HouseholdId;
  readonly kommun: KommunCode | null;
  readonly waitingFor: WaitingFor;
  readonly why: string;
  readonly since: PlainDate;
  readonly due: Due | null;
  readonly lossOn: PlainDate | null;
  readonly assignee: string | null;
  /** Subject of the absent colleague whose substitute the assignee is. */
  readonly onBehalfOf: string | null;
  /** An undecided proposal of a completion of the step. */
  readonly proposal: StandingProposal | null;
  readonly warning: 'sekretessmarkering' | 'skyddadFolkbokforing' | null;
  readonly followUpOn: PlainDate | null;
  readonly unread: boolean;
  readonly place: readonly string[];
};

/** The days of each order, as the indexes on `case_steps` have them; a step without the day is last. */
const ORDERS: Readonly<Record<WorklistOrder, readonly RawBuilder<unknown>[]>> = {
  due: [sql`coalesce(s.due_date, 'infinity')`],
  waiting: [sql`s.since`],
  priority: [sql`coalesce(s.loss_on, 'infinity')`, sql`coalesce(s.due_date, 'infinity')`],
};

/** Number of days at the beginning of a position in each order; case and step follow. */
export const DAYS_OF_PLACE: Readonly<Record<WorklistOrder, number>> = { due: 1, waiting: 1, priority: 2 };

/**
 * Returns a page of a queue after a position, in one of its orders. The position consists of what the order compares,
 * so that a page continues where the one before ended, whatever has changed.
 */
export async function readWorklist(
  register: Register,
  queue: Queue,
  filters: WorklistFilters,
  page: { readonly order: WorklistOrder; readonly limit: number; readonly after?: readonly string[] },
): Promise<WorkItem[]> {
  const days = ORDERS[page.order];
  const place = sql.join([...days, sql`s.case_id`, sql`s.step_id`]);
  const rows = (kommun: RawBuilder<unknown>) => sql`
    select s.*, array[${sql.join(days.map((day) => sql`${day}::text`))}, s.case_id::text, s.step_id] as place
    from case_steps s
    where ${sql.join([...conditions(queue, filters), kommun, ...after(page.order, place, page.after)], sql` and `)}
    order by ${place} limit ${page.limit}`;
  // One kommun at a time: each has its own index, and no more than a page of each is read.
  const picked = queue.kommuner
    ? sql`unnest(${[...new Set(queue.kommuner)]}::text[]) k (kommun) cross join lateral (${rows(sql`s.kommun = k.kommun`)}) s`
    : sql`(${rows(sql`true`)}) s`;
  const result = await sql<WorkItem>`
    select s.case_id as "caseId", s.step_id as "stepId", c.household_id as "householdId", s.kommun,
      s.waiting_for as "waitingFor", s.status ->> 'why' as why, s.since, s.dues -> 0 as due, s.loss_on as "lossOn",
      s.assignee, ${onBehalfOf('s')} as "onBehalfOf", ${standingProposal('s')} as proposal,
      c.protection ->> 'warning' as warning, f.on_date as "followUpOn",
      ${unread(queue.reader)} as unread, s.place
    from ${picked} join cases c on c.id = s.case_id
      left join follow_ups f on f.owner = ${queue.reader} and f.case_id = s.case_id and f.step_id = s.step_id
    order by ${place} limit ${page.limit}`.execute(register);
  return result.rows;
}

/** SQL for whether others have made entries in the case since the reader last saw it; reads are no entries. */
function unread(reader: string): RawBuilder<boolean> {
  return sql<boolean>`exists (select 1 from ledger l where l.case_id = s.case_id
    and l.id > coalesce((select ledger_id from seen_cases x where x.subject = ${reader} and x.case_id = s.case_id), 0)
    and l.kind <> 'read' and l.actor <> ${reader})`;
}

function conditions(queue: Queue, filters: WorklistFilters): RawBuilder<unknown>[] {
  const { step, waitingFor, assignee, dueBefore, followUpBefore, unread: isUnread } = filters;
  const { agency, reader } = queue;
  return [
    sql`s.status_kind = 'open'`,
    sql`s.agency = ${agency}`,
    ...(step ? [sql`(s.step_id = ${step} or s.step_id like ${`${step}:%`})`] : []),
    ...(waitingFor ? [sql`s.waiting_for = ${waitingFor}`] : []),
    ...(assignee === null ? [sql`s.assignee is null`] : []),
    ...(assignee ? [sql`s.assignee = ${assignee}`] : []),
    ...(dueBefore ? [sql`coalesce(s.due_date, 'infinity') < ${dueBefore}`] : []),
    ...(isUnread ? [unread(reader)] : []),
    ...(followUpBefore
      ? [
          sql`exists (select 1 from follow_ups f where f.owner = ${reader} and f.case_id = s.case_id
            and f.step_id = s.step_id and f.on_date < ${followUpBefore})`,
        ]
      : []),
  ];
}

function after(
  order: WorklistOrder,
  place: RawBuilder<unknown>,
  last: readonly string[] | undefined,
): RawBuilder<unknown>[] {
  if (!last) return [];
  const days = DAYS_OF_PLACE[order];
  const values = last.map((value, index) =>
    index < days ? sql`${value}::date` : index === days ? sql`${value}::uuid` : sql`${value}`,
  );
  return [sql`(${place}) > (${sql.join(values)})`];
}
