import { type ExpressionBuilder, type RawBuilder, sql } from 'kysely';
import type { AgencyId, ResponsibleParty, WaitingFor } from '../../domain/model/agency';
import type { CaseId, HouseholdId, KommunCode, PersonId, StepId } from '../../domain/model/ids';
import type { PlainDate } from '../../domain/model/plain-date';
import type { Due, MilestoneKind } from '../../domain/model/plan';
import type { Register } from '../database';
import type { RegisterSchema } from '../schema';
import { covering, spanConditions, troubleConditions } from '../stuck/list';
import type { CaseFilters, StuckFilter } from './case-filters';

/** What the reader may see: cases with a step of the agency, of residents of the kommuner; unset means all. */
export type Visible = { readonly agency?: AgencyId; readonly kommuner?: readonly KommunCode[] };

/** The position of a case in the list, which never changes. */
export type CasePlace = { readonly openedOn: PlainDate; readonly caseId: CaseId };

/** A case in a list, with its open steps. */
export type ListedCase = CasePlace & {
  readonly householdId: HouseholdId;
  readonly personId: PersonId;
  readonly state: 'open' | 'closed';
  readonly kommun: KommunCode | null;
  readonly milestone: MilestoneKind | null;
  readonly mainResponsibility: ResponsibleParty;
  readonly revision: number;
  readonly openSteps: readonly {
    readonly stepId: StepId;
    readonly agency: AgencyId;
    readonly waitingFor: WaitingFor;
    readonly since: PlainDate;
    readonly due: Due | null;
  }[];
};

/** Returns a page of cases after a position, ordered by opening day and id. */
export async function listCases(
  register: Register,
  filters: CaseFilters,
  visible: Visible,
  page: { readonly limit: number; readonly after?: CasePlace },
): Promise<ListedCase[]> {
  let query = register
    .selectFrom('cases')
    .select([
      'id as caseId',
      'household_id as householdId',
      'person_id as personId',
      'opened_on as openedOn',
      'state',
      'kommun',
      'milestone',
      'main_responsibility as mainResponsibility',
      'revision',
      openSteps,
    ])
    .orderBy('opened_on')
    .orderBy('id')
    .limit(page.limit);
  const { after } = page;
  if (after) {
    query = query.where((eb) =>
      eb(eb.refTuple('opened_on', 'id'), '>', eb.tuple(after.openedOn, after.caseId)),
    );
  }
  return query.where((eb) => eb.and(caseConditions(eb, filters, visible))).execute();
}

type Cases = ExpressionBuilder<RegisterSchema, 'cases'>;

const openSteps = sql<ListedCase['openSteps']>`coalesce(
  (select jsonb_agg(
     jsonb_build_object('stepId', step_id, 'agency', agency, 'waitingFor', waiting_for, 'since', since, 'due', dues -> 0)
     order by position)
   from case_steps where case_id = cases.id and status_kind = 'open'), '[]')`.as('openSteps');

/** Returns the conditions on a case for these filters, within what the reader may see. */
export function caseConditions(eb: Cases, filters: CaseFilters, visible: Visible) {
  const { kommun, milestone, householdId } = filters;
  return [
    ...(kommun ? [eb('kommun', '=', kommun)] : []),
    ...(milestone ? [eb('milestone', '=', milestone)] : []),
    ...(householdId ? [eb('household_id', '=', householdId)] : []),
    ...(visible.kommuner ? [eb('kommun', 'in', [...visible.kommuner])] : []),
    ...(visible.agency ? [hasStep(eb, { agency: visible.agency })] : []),
    ...stepConditions(eb, filters),
    ...workConditions(filters),
  ];
}

function stepConditions(eb: Cases, filters: CaseFilters) {
  const { agency, step, stepStatus, waitingFor, dueBefore, openSince } = filters;
  const isAboutStep = agency ?? step ?? stepStatus ?? waitingFor ?? dueBefore ?? openSince;
  return isAboutStep === undefined ? [] : [hasStep(eb, filters)];
}

/** The case has one step that meets all of these; without a status the step must apply. */
function hasStep(eb: Cases, filters: CaseFilters) {
  const { agency, step, stepStatus, waitingFor, dueBefore, openSince } = filters;
  return eb.exists(
    eb
      .selectFrom('case_steps')
      .select('case_steps.step_id')
      .whereRef('case_steps.case_id', '=', 'cases.id')
      .where((on) =>
        on.and([
          stepStatus ? on('status_kind', '=', stepStatus) : on('status_kind', '<>', 'notApplicable'),
          ...(agency ? [on('agency', '=', agency)] : []),
          ...(step ? [on('step_id', '=', step)] : []),
          ...(waitingFor ? [on('waiting_for', '=', waitingFor)] : []),
          ...(dueBefore ? [on('due_date', '<', dueBefore)] : []),
          ...(openSince ? [on('since', '<=', openSince), on('status_kind', '=', 'open')] : []),
        ]),
      ),
  );
}

/** Conditions on a row of `cases`: assignees of its steps, and whether it is stuck. */
function workConditions({ assignee, stuck }: CaseFilters): RawBuilder<boolean>[] {
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

/** Technical trouble is of the present moment and in no span. */
function hasTrouble({ step, agency }: StuckFilter): RawBuilder<boolean> {
  const conditions = troubleConditions({ step, agency });
  return sql<boolean>`cases.id in (select t.case_id from case_trouble t where ${conditions})`;
}
