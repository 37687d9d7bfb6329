import type { CaseId } from '../../domain/model/ids';
import type { Register } from '../database';

/** Notes that somebody has seen a case as it is now: only what comes after is unread to them. */
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
