import { stockholmDayAt } from '../../domain/law/stockholm-day';
import type { AgencyId } from '../../domain/model/agency';
import type { CaseId, KommunCode, MessageId, StepId } from '../../domain/model/ids';
import type { StepStatus } from '../../domain/model/plan';
import type { Register } from '../database';
import { appendLedger } from '../ledger';
import { rewriteStuckSpans } from '../stuck/spans';
import { tell } from './inbox';
import { touchCase } from './own-change';

/** Whose a step is, and where it stands; read under the case's lock before it is given to somebody. */
export type StepOwner = {
  readonly agency: AgencyId;
  readonly kommun: KommunCode | null;
  readonly status: StepStatus;
  readonly filing: number;
  readonly assignee: string | null;
};

/** Whose a step is now; `undefined` when the case has no such step. */
export async function stepOwner(
  trx: Register,
  caseId: CaseId,
  stepId: StepId,
): Promise<StepOwner | undefined> {
  return trx
    .selectFrom('case_steps')
    .select(['agency', 'kommun', 'status', 'filing', 'assignee'])
    .where('case_id', '=', caseId)
    .where('step_id', '=', stepId)
    .executeTakeFirst();
}

/** A step given to somebody, or let go of where `to` is null. `at` is wall time. */
export type Assignment = {
  readonly messageId: MessageId;
  readonly caseId: CaseId;
  readonly stepId: StepId;
  readonly filing: number;
  readonly from: string | null;
  readonly to: string | null;
  readonly by: string;
  readonly reason?: string;
  readonly at: Date;
};

/**
 * Gives a step to somebody: the step's row, the ledger, and the inbox of both the former and the new one, but for
 * whoever did it. The caller holds the case's row. Gives the case's new version in the register.
 */
export async function assignStep(trx: Register, assignment: Assignment): Promise<number> {
  const { messageId, caseId, stepId, filing, from, to, by, reason, at } = assignment;
  await trx
    .updateTable('case_steps')
    .set({
      assignee: to,
      assigned_at: to === null ? null : at,
      ...(to === null ? { released_on: stockholmDayAt(at.getTime()) } : {}),
    })
    .where('case_id', '=', caseId)
    .where('step_id', '=', stepId)
    .execute();
  const content = { stepId, filing, from, to, ...(reason ? { reason } : {}) };
  const eventKey = `${messageId}/${caseId}/${stepId}`;
  await appendLedger(trx, caseId, [{ eventKey, messageId, kind: 'assignment', actor: by, content }]);
  await tellBoth(trx, assignment);
  await rewriteStuckSpans(trx, caseId);
  return touchCase(trx, caseId);
}

async function tellBoth(
  trx: Register,
  { messageId, caseId, stepId, from, to, by }: Assignment,
): Promise<void> {
  const told = [
    { recipient: from, kind: 'unassigned' as const },
    { recipient: to, kind: 'assigned' as const },
  ];
  await tell(
    trx,
    told.flatMap(({ recipient, kind }) =>
      recipient === null || recipient === by
        ? []
        : [
            {
              recipient,
              kind,
              eventKey: `${messageId}/${caseId}/${stepId}`,
              caseId,
              stepId,
              content: { from, to, by },
            },
          ],
    ),
  );
}
