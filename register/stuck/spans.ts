import type { Insertable, Kysely } from 'kysely';
import { stockholmDayAt } from '../../domain/law/stockholm-day';
import type { CaseFacts } from '../../domain/model/facts';
import type { CaseId, KommunCode, StepId } from '../../domain/model/ids';
import { factsAsOf } from '../../domain/process/facts-as-of';
import { stuckAhead, type StuckSpan } from '../../domain/process/stuck/ahead';
import type { StuckPlan } from '../../domain/process/stuck/reason';
import { rootOf } from '../../domain/process/stuck/root';
import { datedFactsOf } from '../facts';
import type { RegisterSchema } from '../schema';
import { situationOf } from './situation';

type Trx = Kysely<RegisterSchema>;
type SpanRow = Insertable<RegisterSchema['stuck_spans']>;

/** A plan with the kommun in which its case is counted. */
type CountedPlan = StuckPlan & { readonly kommun?: KommunCode };

/**
 * Writes on which coming days the case is stuck, and why, if nothing more happens. To be called in the transaction
 * that has written the plan's steps: assignees and last events are read from there.
 */
export async function writeStuckSpans(
  trx: Trx,
  caseId: CaseId,
  plan: CountedPlan,
  facts: CaseFacts,
): Promise<void> {
  const ahead = stuckAhead(plan, facts, await situationOf(trx, caseId));
  await trx.deleteFrom('stuck_spans').where('case_id', '=', caseId).execute();
  if (ahead.length === 0) return;
  await trx
    .insertInto('stuck_spans')
    .values(ahead.map((span) => spanRow(caseId, plan, span)))
    .execute();
}

/**
 * Rewrites the spans after a change that is not in the plan: an assignment, a note. The caller holds the case's row.
 */
export async function rewriteStuckSpans(trx: Trx, caseId: CaseId): Promise<void> {
  const row = await trx
    .selectFrom('cases')
    .select(['person_id', 'household_id', 'state', 'gap', 'kommun', 'assessed_at'])
    .where('id', '=', caseId)
    .executeTakeFirstOrThrow();
  const steps = await trx
    .selectFrom('case_steps')
    .select(['step_id as stepId', 'agency', 'kind', 'status', 'dues'])
    .where('case_id', '=', caseId)
    .orderBy('position')
    .execute();
  const asOf = stockholmDayAt(row.assessed_at.getTime());
  const plan: CountedPlan = {
    asOf,
    steps,
    finished: row.state === 'closed',
    ...(row.gap ? { gap: row.gap } : {}),
    ...(row.kommun ? { kommun: row.kommun } : {}),
  };
  const facts = factsAsOf(await datedFactsOf(trx, row.person_id, row.household_id), asOf);
  await writeStuckSpans(trx, caseId, plan, facts);
}

/** Returns one span as a table row. */
export function spanRow(caseId: CaseId, plan: CountedPlan, { from, to, stuck }: StuckSpan): SpanRow {
  const root = plan.steps.find(({ stepId }) => stepId === stuck.root);
  const steps = root ? behind(plan, root.stepId) : [];
  return {
    case_id: caseId,
    from_date: from,
    to_date: to ?? null,
    since: stuck.since,
    root_step: root?.stepId ?? null,
    root_agency: root?.agency ?? null,
    kommun: plan.kommun ?? null,
    kinds: [...new Set(stuck.reasons.map(({ kind }) => kind))],
    behind: steps,
    behind_count: steps.length,
    reasons: JSON.stringify(stuck.reasons),
  };
}

/** The steps that are blocked by this one, directly or through others. */
function behind(plan: StuckPlan, root: StepId): StepId[] {
  return plan.steps
    .filter(({ stepId, status }) => status.kind === 'blocked' && rootOf(plan, stepId) === root)
    .map(({ stepId }) => stepId);
}
