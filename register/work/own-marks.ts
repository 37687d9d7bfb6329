import type { CaseId, StepId } from '../../domain/model/ids';
import type { PlainDate } from '../../domain/model/plain-date';
import type { Register } from '../database';

/** Sets or deletes the day on which somebody wants to see a step again. Visible to its owner only. */
export async function setFollowUp(
  trx: Register,
  owner: string,
  { caseId, stepId }: { readonly caseId: CaseId; readonly stepId: StepId },
  on: PlainDate | null,
): Promise<void> {
  if (on === null) {
    await trx
      .deleteFrom('follow_ups')
      .where('owner', '=', owner)
      .where('case_id', '=', caseId)
      .where('step_id', '=', stepId)
      .execute();
    return;
  }
  await trx
    .insertInto('follow_ups')
    .values({ owner, case_id: caseId, step_id: stepId, on_date: on })
    .onConflict((conflict) => conflict.columns(['owner', 'case_id', 'step_id']).doUpdateSet({ on_date: on }))
    .execute();
}

/** Records that somebody has seen a case in its present state: later entries are unread to them. */
export async function noteSeen(register: Register, subject: string, caseId: CaseId): Promise<void> {
  await register
    .insertInto('seen_cases')
    .columns(['subject', 'case_id', 'ledger_id'])
    .expression((eb) =>
      eb
        .selectFrom('ledger')
        .select(({ val, fn }) => [
          val(subject).as('subject'),
          val(caseId).as('case_id'),
          fn.coalesce(fn.max('id'), val('0')).as('ledger_id'),
        ])
        .where('case_id', '=', caseId),
    )
    .onConflict((conflict) =>
      conflict
        .columns(['subject', 'case_id'])
        .doUpdateSet((from) => ({ ledger_id: from.ref('excluded.ledger_id') })),
    )
    .execute();
}
