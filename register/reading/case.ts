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
import type { Register } from '../database';

/** One step as the projection holds it. */
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
  /** Subject of the colleague whose step it is. */
  readonly assignee: string | null;
  /** Of a paused step: the reason that was given. */
  readonly pausedBecause?: string;
};

/** A whole case as the projection holds it: what every reader of a case gets. */
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

/** The projection of one case; `undefined` when there is none. */
export async function readCase(register: Register, caseId: CaseId): Promise<CaseView | undefined> {
  return register
    .transaction()
    .setIsolationLevel('repeatable read')
    .setAccessMode('read only')
    .execute(async (trx) => {
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
    });
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

/** Why each paused step rests. The reason stays with its message: no record, plan or error holds it. */
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
