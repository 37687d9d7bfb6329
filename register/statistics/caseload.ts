import { sql } from 'kysely';
import type { AgencyId } from '../../domain/model/agency';
import type { KommunCode } from '../../domain/model/ids';
import type { PlainDate } from '../../domain/model/plain-date';
import type { Register } from '../database';

/** Whose work: of one agency (unset: all), in these kommuner (unset: everywhere). */
export type CaseloadQuestion = {
  readonly agency?: AgencyId;
  readonly kommuner?: readonly KommunCode[];
  readonly asOf: PlainDate;
};

/** Workload: steps under way (open or paused), their cases, and overdue steps. */
export type Load = { readonly openSteps: number; readonly openCases: number; readonly overdueSteps: number };

/** Workload of a team, which is an agency's people for a kommun; null for cases that are counted in no kommun. */
export type TeamLoad = Load & { readonly agency: AgencyId; readonly kommun: KommunCode | null };

/** Workload of an officer, by the subject of their token, for one agency. */
export type OfficerLoad = Load & { readonly officer: string; readonly agency: AgencyId };

/** Open cases of a kommun, with any assignee. */
export type OpenCases = { readonly kommun: KommunCode | null; readonly openCases: number };

/** Returns the workload of each team today, or on a coming day if nothing happens until then. */
export async function readTeamLoads(register: Register, question: CaseloadQuestion): Promise<TeamLoad[]> {
  const { rows } = await sql<TeamLoad>`
    select agency, kommun, count(*)::int as "openSteps", count(distinct case_id)::int as "openCases",
      (count(*) filter (where overdue_from <= ${question.asOf}))::int as "overdueSteps"
    from step_spans
    where ended_on is null and opened_on <= ${question.asOf} and ${inScope(question)}
    group by agency, kommun`.execute(register);
  return rows;
}

/** Returns the present workload of each officer. */
export async function readOfficerLoads(
  register: Register,
  question: CaseloadQuestion,
): Promise<OfficerLoad[]> {
  const { rows } = await sql<OfficerLoad>`
    select assigned.assignee as officer, span.agency, count(*)::int as "openSteps",
      count(distinct span.case_id)::int as "openCases",
      (count(*) filter (where span.overdue_from <= ${question.asOf}))::int as "overdueSteps"
    from case_steps assigned
    join step_spans span on span.case_id = assigned.case_id and span.step_id = assigned.step_id
    where assigned.status_kind in ('open', 'paused') and assigned.assignee is not null
      and span.ended_on is null and span.opened_on <= ${question.asOf} and ${inScope(question, 'span.')}
    group by assigned.assignee, span.agency`.execute(register);
  return rows;
}

/** Returns the open cases today, or on a coming day if nothing happens until then. */
export async function readOpenCases(register: Register, question: CaseloadQuestion): Promise<OpenCases[]> {
  const { rows } = await sql<OpenCases>`
    select kommun, count(*)::int as "openCases" from case_spans
    where closed_on is null and opened_on <= ${question.asOf} and ${inScope({ ...question, agency: undefined })}
    group by kommun`.execute(register);
  return rows;
}

function inScope({ agency, kommuner }: CaseloadQuestion, table: '' | 'span.' = '') {
  const conditions = [
    ...(agency ? [sql`${sql.raw(`${table}agency`)} = ${agency}`] : []),
    ...(kommuner ? [sql`${sql.raw(`${table}kommun`)} = any(${kommuner}::text[])`] : []),
  ];
  return conditions.length === 0 ? sql`true` : sql.join(conditions, sql` and `);
}
