import { stockholmDayAt } from '../../../domain/law/stockholm-day';
import type { MessageId } from '../../../domain/model/ids';
import { type Absence, absenceStateOn, lockAbsence } from '../../../register/absences/absence';
import { endAbsence } from '../../../register/absences/plan';
import type { Register } from '../../../register/database';
import type { StoredResponse } from '../../../register/schema';
import { coversArea, findColleague } from '../../../register/work/colleagues';
import { absenceAnswer } from '../../answers/work/absence';
import type { Caller } from '../../auth/caller';
import { notFound, Problem } from '../../problem';

/**
 * Ends an absence that is under way, or cancels one that is to come; one that is over stays as it is. Throws 404 to
 * whoever may not know of it, 403 to the substitute.
 */
export async function end(trx: Register, id: MessageId, caller: Caller): Promise<StoredResponse> {
  const absence = await lockAbsence(trx, id);
  if (!absence) throw notFound('absence');
  await requireOwn(trx, absence, caller);
  const at = new Date();
  const today = stockholmDayAt(at.getTime());
  const isOver = absenceStateOn(absence, today) === 'over';
  const ended = isOver ? absence : await endAbsence(trx, absence, caller.subject, at);
  return { status: 200, body: absenceAnswer(ended, today) };
}

async function requireOwn(trx: Register, { subject, substitute }: Absence, caller: Caller): Promise<void> {
  if (caller.subject === subject) return;
  if (caller.role === 'manager') {
    const absent = await findColleague(trx, subject);
    if (absent && coversArea(caller.area, absent.area)) return;
  }
  if (caller.subject !== substitute) throw notFound('absence');
  throw new Problem('not-allowed', 'An absence is ended by whoever is away, or a manager.');
}
