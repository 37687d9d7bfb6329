import { sql } from 'kysely';
import type { AgencyId, ResponsibleParty } from '../../domain/model/agency';
import type { CaseId, HouseholdId, KommunCode, MessageId, PersonId, StepId } from '../../domain/model/ids';
import type { PlainDate } from '../../domain/model/plain-date';
import type {
  Due,
  Gap,
  Milestone,
  MilestoneKind,
  Plan,
  Protection,
  Representative,
  StepKind,
  StepStatus,
} from '../../domain/model/plan';
import { onBehalfOf } from '../absences/stand-in';
import type { Register } from '../database';
import { standingProposal, type StandingProposal } from '../proposals/standing';

/** One step as the projection has it. */
export type StepView = {
  readonly stepId: StepId;
  readonly agency: AgencyId;
  readonly kind: StepKind;
  readonly law: string;
  readonly unit: string | null;
  readonly status: StepStatus;
  readonly dues: readonly Due[];
  readonly allowed: readonly string[];
  readonly filing: number;
  /** Subject of the assignee. */
  readonly assignee: string | null;
  /** Subject of the absent colleague whose substitute the assignee is. */
  readonly onBehalfOf: string | null;
  /** An undecided proposal of a completion of the step. */
  readonly proposal: StandingProposal | null;
  /** Of a paused step: its reason. */
  readonly pausedBecause?: string;
};

/** A whole case as the projection has it, for every reader of a case. */
export type CaseView = {
  readonly caseId: CaseId;
  readonly householdId: HouseholdId;
  readonly personId: PersonId;
  readonly openedOn: PlainDate;
  readonly state: 'open' | 'closed';
  readonly closedOn: PlainDate | null;
  readonly finishOn: PlainDate | null;
  readonly kommun: KommunCode | null;
  readonly milestone: MilestoneKind | null;
  readonly milestones: readonly Milestone[];
  readonly mainResponsibility: ResponsibleParty;
  readonly gap: Gap | null;
  readonly representative: Representative | null;
  readonly protection: Protection | null;
  readonly revision: number;
  readonly registerVersion: number;
  readonly technical: { readonly kind: string } | null;
  readonly next: Plan['next'];
  readonly nextWakeAt: Date | null;
  readonly assessedAt: Date;
  readonly steps: readonly StepView[];
};

/** Returns the projection of one case; undefined when there is none. */
export async function readCase(register: Register, caseId: CaseId): Promise<CaseView | undefined> {
  return register
    .transaction()
    .setIsolationLevel('repeatable read')
    .setAccessMode('read only')
    .execute((trx) => caseIn(trx, caseId));
}

/** Returns the projection of one case within a transaction; undefined when there is none. */
export async function caseIn(trx: Register, caseId: CaseId): Promise<CaseView | undefined> {
  const row = await trx
    .selectFrom('cases')
    .select([
      'id as caseId',
      'household_id as householdId',
      'person_id as personId',
      'opened_on as openedOn',
      'state',
      'closed_on as closedOn',
      'finish_on as finishOn',
      'kommun',
      'milestone',
      'milestones',
      'main_responsibility as mainResponsibility',
      'gap',
      'representative',
      'protection',
      'revision',
      'register_version as registerVersion',
      'technical',
      'next',
      'next_wake_at as nextWakeAt',
      'assessed_at as assessedAt',
    ])
    .where('id', '=', caseId)
    .executeTakeFirst();
  return row && { ...row, steps: await readSteps(trx, caseId) };
}

async function readSteps(register: Register, caseId: CaseId): Promise<StepView[]> {
  const steps: StepView[] = await register
    .selectFrom('case_steps')
    .select([
      'step_id as stepId',
      'agency',
      'kind',
      'law',
      'unit',
      'status',
      'dues',
      'allowed',
      'filing',
      'assignee',
      onBehalfOf('case_steps').as('onBehalfOf'),
      standingProposal('case_steps').as('proposal'),
    ])
    .where('case_id', '=', caseId)
    .orderBy('position')
    .execute();
  if (steps.every(({ status }) => status.kind !== 'paused')) return steps;
  const reasons = await pauseReasons(register, caseId);
  return steps.map((step) => {
    const pausedBecause = reasons.get(step.stepId);
    return pausedBecause === undefined ? step : { ...step, pausedBecause };
  });
}

/** The reason of each pause. It is stored with its message only: no record, plan or error contains it. */
async function pauseReasons(register: Register, caseId: CaseId): Promise<Map<StepId, string>> {
  const rows = await register
    .selectFrom('case_steps')
    .innerJoin('messages', (join) =>
      join.on(
        'messages.id',
        '=',
        sql<MessageId>`(case_steps.record -> 'pauses' -> -1 ->> 'messageId')::uuid`,
      ),
    )
    .select(['case_steps.step_id', sql<string>`messages.body ->> 'reason'`.as('reason')])
    .where('case_steps.case_id', '=', caseId)
    .where('case_steps.status_kind', '=', 'paused')
    .execute();
  return new Map(rows.map(({ step_id: stepId, reason }) => [stepId, reason]));
}
