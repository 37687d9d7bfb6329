import { type RawBuilder, sql } from 'kysely';
import type { AgencyId } from '../../domain/model/agency';
import type { CaseId, StepId } from '../../domain/model/ids';
import type { PlainDate } from '../../domain/model/plain-date';
import type { Due } from '../../domain/model/plan';
import type { Register } from '../database';
import type { Colleague } from '../work/colleagues';

/** A day in somebody's calendar: a due date of one of their steps, or a follow-up day. */
export type CalendarEntry = {
  readonly caseId: CaseId;
  readonly stepId: StepId;
  readonly agency: AgencyId;
  readonly date: PlainDate;
  /** Null for a follow-up. */
  readonly due: Due | null;
  readonly isProtected: boolean;
};

/** Maximum number of entries; the latest ones are kept. */
const MOST = 1_000;

/**
 * Returns due dates of a colleague's open steps and their own follow-up days, the latest first, of the cases that
 * they may see by their present agency and area.
 */
export async function calendarEntries(
  register: Register,
  { subject, agency, area }: Colleague,
): Promise<CalendarEntry[]> {
  const mayKnow = sql.join([...inArea(area), ...seenBy(agency)], sql` and `);
  const protectedCase = sql`coalesce(c.protection ->> 'queue', 'protected') = 'protected'`;
  const result = await sql<CalendarEntry>`
    select s.case_id as "caseId", s.step_id as "stepId", s.agency, (d.due ->> 'date')::date as date, d.due,
      ${protectedCase} as "isProtected"
    from case_steps s join cases c on c.id = s.case_id, jsonb_array_elements(s.dues) d (due)
    where s.status_kind = 'open' and s.assignee = ${subject} and ${mayKnow}
    union all
    select s.case_id, s.step_id, s.agency, f.on_date, null, ${protectedCase}
    from follow_ups f join cases c on c.id = f.case_id
      join case_steps s on s.case_id = f.case_id and s.step_id = f.step_id
    where f.owner = ${subject} and ${mayKnow}
    order by date desc, "caseId", "stepId" limit ${MOST}`.execute(register);
  return result.rows;
}

function inArea(area: Colleague['area']): RawBuilder<unknown>[] {
  return area === 'national' ? [sql`true`] : [sql`c.kommun = any(${[...area]}::text[])`];
}

function seenBy(agency: AgencyId | null): RawBuilder<unknown>[] {
  if (agency === null) return [];
  return [
    sql`exists (select 1 from case_steps a where a.case_id = c.id and a.agency = ${agency}
      and a.status_kind <> 'notApplicable')`,
  ];
}
