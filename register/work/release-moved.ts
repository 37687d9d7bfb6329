import type { CaseId, KommunCode } from '../../domain/model/ids';
import type { Register } from '../database';
import { assignStep } from './assign';
import { findColleague, mayTake } from './colleagues';

/** A case whose person now stays in another kommun; `revision` of the plan with the move. */
export type Moved = {
  readonly caseId: CaseId;
  readonly kommun: KommunCode | null;
  readonly revision: number;
};

/**
 * Releases steps whose assignee does not work with the residents of the person's new kommun, so that colleagues there
 * find them. Notifies like every assignment. The caller holds the case's row and has written its plan.
 */
export async function releaseMoved(
  trx: Register,
  { caseId, kommun, revision }: Moved,
  at: Date,
): Promise<void> {
  const held = await trx
    .selectFrom('case_steps')
    .select(['step_id as stepId', 'agency', 'filing', 'assignee'])
    .where('case_id', '=', caseId)
    .where('assignee', 'is not', null)
    .where('status_kind', 'in', ['open', 'paused', 'blocked'])
    .execute();
  for (const { stepId, agency, filing, assignee } of held) {
    if (assignee === null || mayTake(await findColleague(trx, assignee), { agency, kommun })) continue;
    const eventKey = `${caseId}/moved/${stepId}/${revision}`;
    await assignStep(trx, { caseId, stepId, filing, from: assignee, to: null, by: 'case', at, eventKey });
  }
}
