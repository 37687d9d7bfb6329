import type { CaseId, StepId } from '../../domain/model/ids';
import type { StepStatus } from '../../domain/model/plan';
import type { Instant } from '../../domain/model/plain-date';
import type { Planner } from '../assessment/planner';
import type { Register } from '../database';
import { inputOf } from '../reading/planner-input';
import { type Consequences, consequencesOf } from './consequences';
import { saidOf } from './said';

/** The consequences of a reopening, and the version of the case that they are computed from. */
export type ReopeningPreview = {
  readonly revision: number;
  readonly registerVersion: number;
  readonly state: 'open' | 'closed';
  /** The present step; undefined when the case has none. */
  readonly step?: { readonly status: StepStatus; readonly allowed: readonly string[] };
  readonly consequences?: Consequences;
};

/**
 * Computes the consequences of a reopening at a moment, from one consistent read, and writes nothing. A case whose
 * own time is ahead of that moment is planned at its own time. Undefined when there is no such case.
 */
export async function previewReopening(
  register: Register,
  planner: Planner,
  { caseId, stepId }: { readonly caseId: CaseId; readonly stepId: StepId },
  at: Date,
): Promise<ReopeningPreview | undefined> {
  return register
    .transaction()
    .setIsolationLevel('repeatable read')
    .setAccessMode('read only')
    .execute(async (trx) => {
      const row = await trx
        .selectFrom('cases')
        .select([
          'id as caseId',
          'person_id as personId',
          'household_id as householdId',
          'state',
          'assessed_at as assessedAt',
          'revision',
          'register_version as registerVersion',
        ])
        .where('id', '=', caseId)
        .executeTakeFirst();
      if (!row) return undefined;
      const { revision, registerVersion, state, assessedAt } = row;
      const known = { revision, registerVersion, state };
      const step = await trx
        .selectFrom('case_steps')
        .select(['status', 'allowed'])
        .where('case_id', '=', caseId)
        .where('step_id', '=', stepId)
        .executeTakeFirst();
      if (!step?.allowed.includes('reopening')) return { ...known, ...(step ? { step } : {}) };
      const [input] = await inputOf(trx, [row]);
      const said = await saidOf(trx, caseId, stepId);
      const now = (assessedAt > at ? assessedAt : at).toISOString() as Instant;
      const consequences = input && consequencesOf(planner, { ...input, said, now, stepId });
      return { ...known, step, ...(consequences ? { consequences } : {}) };
    });
}
