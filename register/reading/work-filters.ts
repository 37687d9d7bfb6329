import { type RawBuilder, sql } from 'kysely';
import type { AgencyId } from '../../domain/model/agency';
import type { StepId } from '../../domain/model/ids';
import type { PlainDate } from '../../domain/model/plain-date';
import type { StuckReason } from '../../domain/process/stuck/reason';
import { covering, spanConditions, troubleConditions } from '../stuck/list';

/** Stuck on a day, for this reason or any, with this step or a step of this agency at the root. */
export type StuckFilter = {
  readonly asOf: PlainDate;
  readonly reason?: StuckReason['kind'];
  readonly step?: StepId;
  readonly agency?: AgencyId;
};

/** Which cases, by whose steps they have and by whether they get on. */
export type WorkFilters = {
  /** With a step under way of this colleague's; null: with an open one that is nobody's. */
  readonly assignee?: string | null;
  readonly stuck?: StuckFilter;
};

/** What is to hold of a row of `cases` for these filters. */
export function workConditions({ assignee, stuck }: WorkFilters): RawBuilder<boolean>[] {
  return [
    ...(assignee === null ? [HAS_UNASSIGNED] : []),
    ...(typeof assignee === 'string' ? [hasStepOf(assignee)] : []),
    ...(stuck ? [isStuck(stuck)] : []),
  ];
}

const HAS_UNASSIGNED = sql<boolean>`exists (select 1 from case_steps s where s.case_id = cases.id
  and s.status_kind = 'open' and s.assignee is null)`;

function hasStepOf(assignee: string): RawBuilder<boolean> {
  return sql<boolean>`cases.id in (
    select case_id from case_steps where assignee = ${assignee} and status_kind in ('open', 'paused'))`;
}

function isStuck(filter: StuckFilter): RawBuilder<boolean> {
  const { reason } = filter;
  if (reason === 'technical') return hasTrouble(filter);
  const isInSpan = inSpan(filter);
  return reason === undefined ? sql<boolean>`(${isInSpan} or ${hasTrouble(filter)})` : isInSpan;
}

function inSpan({ asOf, ...conditions }: StuckFilter): RawBuilder<boolean> {
  return sql<boolean>`cases.id in (
    select case_id from stuck_spans where ${covering(asOf)} ${spanConditions(conditions)})`;
}

/** Technical trouble is of the present moment and lies in no span. */
function hasTrouble({ step, agency }: StuckFilter): RawBuilder<boolean> {
  const conditions = troubleConditions({ step, agency });
  return sql<boolean>`cases.id in (select t.case_id from case_trouble t where ${conditions})`;
}
